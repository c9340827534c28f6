using System.Text;
using Npgsql;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>A query put together from the constant parts that a caller asks for, each with its parameters. A part may come twice.</summary>
internal sealed class QueryBuilder(string start)
{
    private readonly StringBuilder _sql = new(start);
    private readonly Dictionary<string, NpgsqlParameter> _parameters = [];

    public void Add(bool isAsked, string part, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!isAsked)
        {
            return;
        }

        _sql.Append(part);
        foreach (var (name, value) in parameters)
        {
            _parameters.TryAdd(name, new NpgsqlParameter(name, value));
        }
    }

    public NpgsqlCommand Build()
    {
        var command = new NpgsqlCommand(_sql.ToString());
        command.Parameters.AddRange(_parameters.Values.ToArray());
        return command;
    }
}
