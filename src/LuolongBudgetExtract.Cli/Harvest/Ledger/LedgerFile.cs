using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LuolongBudgetExtract.Cli.Harvest.Ledger;

/// <summary>
/// The ledger of a harvest: <c>ledger.sqlite</c> in its output folder. What stands in it happened: files are whole on the disk before their rows
/// are written, rows that belong together are written in one transaction, and SQLite's write-ahead log survives a kill at any point.
/// </summary>
internal sealed class LedgerFile : IDisposable
{
    public const string Name = "ledger.sqlite";

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private LedgerFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens or creates the ledger for writing; the caller holds the output folder.</summary>
    public static LedgerFile Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var ledger = Connect(folder, SqliteOpenMode.ReadWriteCreate);
        ledger.Run("PRAGMA journal_mode = WAL");
        ledger.Run("PRAGMA synchronous = FULL");
        ledger.Run(LedgerSchema.Sql);
        return ledger;
    }

    /// <summary>The ledger for reading beside a running harvest; null when there is none yet.</summary>
    public static LedgerFile? OpenToRead(string folder) =>
        File.Exists(Path.Combine(folder, Name)) ? Connect(folder, SqliteOpenMode.ReadOnly) : null;

    /// <param name="values">Values of @1, @2, ….</param>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        }
    }

    /// <summary>All of <paramref name="work"/> or nothing.</summary>
    public void Together(Action work)
    {
        lock (_gate)
        {
            Run("BEGIN IMMEDIATE");
            try
            {
                work();
                Run("COMMIT");
            }
            catch
            {
                Run("ROLLBACK");
                throw;
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>ISO 8601 in UTC, to the second: also its order is that of time.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static LedgerFile Connect(string folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, Name), Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return new(connection);
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"@{i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}

/// <summary>Reading of columns that may be null.</summary>
internal static class LedgerRows
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Whole(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
