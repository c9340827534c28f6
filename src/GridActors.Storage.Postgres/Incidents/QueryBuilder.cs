using System.Text;
using Npgsql;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>A query put together from the constant parts that a caller asks for, each with its parameters.</summary>
internal sealed class QueryBuilder(string start)
{
    private readonly NpgsqlCommand _command = new();
    private readonly StringBuilder _sql = new(start);

    public void Add(bool isAsked, string part, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!isAsked)
        {
            return;
        }

        _sql.Append(part);
        foreach (var (name, value) in parameters)
        {
            _command.Parameters.AddWithValue(name, value!);
        }
    }

    public NpgsqlCommand Build()
    {
        _command.CommandText = _sql.ToString();
        return _command;
    }
}
