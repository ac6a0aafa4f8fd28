#!/usr/bin/env bash
# Kills a harvest-extract-publish run of the product with SIGKILL at N points spread over it (50 unless told), runs it again each time, and
# compares the dataset byte for byte with that of an undisturbed run. The test tells the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release tests/LuolongBudgetExtract.Tests >&2
LUOLONG_KILLS="${1:-50}" tests/LuolongBudgetExtract.Tests/bin/Release/net10.0/LuolongBudgetExtract.Tests \
  -class LuolongBudgetExtract.Tests.Harvest.KillTests -showLiveOutput
