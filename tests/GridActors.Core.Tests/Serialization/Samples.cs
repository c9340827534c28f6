using System.Collections.Immutable;
using System.Reflection;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Serialization;

/// <summary>Makes one value of any serialised type through its widest constructor, every member different from every other.</summary>
/// <param name="isFilled">Whether what may be null or empty is filled.</param>
internal sealed class Samples(bool isFilled)
{
    private readonly NullabilityInfoContext _nullability = new();
    private int _count;

    public object Make(Type type)
    {
        _count++;
        return MakeCode(type) ?? MakePlain(type) ?? MakeArray(type) ?? MakeByConstructor(type);
    }

    private object? MakeCode(Type type) =>
        type == typeof(DivisionCode) ? DivisionCode.Parse($"652301001{_count:D3}")
        : type == typeof(GridCode) ? GridCode.Parse($"652301001001{_count:D3}")
        : type == typeof(ItemCode) ? ItemCode.Parse($"12{_count:D2}")
        : type == typeof(WorkerId) ? WorkerId.Parse($"w-{_count}")
        : type == typeof(BadgeId) ? BadgeId.FromBits((ulong)_count)
        : type == typeof(TrackingCode) ? TrackingCode.FromBits((ulong)_count)
        : type == typeof(DepartmentCode) ? DepartmentCode.Parse($"652301000000/department-{_count}")
        : type == typeof(Actor) ? Actor.Of(WorkerId.Parse($"actor-{_count}"))
        : null;

    private object? MakePlain(Type type) =>
        type == typeof(string) ? $"文本 {_count}"
        : type == typeof(int) ? _count
        : type == typeof(double) ? _count + 0.125
        : type == typeof(bool) ? isFilled
        : type == typeof(Guid) ? new Guid(_count, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2025, 3, 3, 11, 0, 0, TimeSpan.FromHours(8)).AddMilliseconds(_count)
        : type == typeof(DateOnly) ? new DateOnly(2025, 1, 1).AddDays(_count)
        : type == typeof(TimeOnly) ? TimeOnly.MinValue.Add(TimeSpan.FromMinutes(_count))
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(_count)
        : type.IsEnum ? Enum.GetValues(type).GetValue(_count % Enum.GetValues(type).Length)
        : null;

    private object? MakeArray(Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImmutableArray<>))
        {
            return null;
        }

        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, isFilled ? 2 : 0);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Make(item), i);
        }

        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items]);
    }

    private object MakeByConstructor(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type.Name} has no public constructor.");
        return constructor.Invoke([.. constructor.GetParameters().Select(MakeArgument)]);
    }

    private object? MakeArgument(ParameterInfo parameter)
    {
        var isNullable = _nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return isNullable && !isFilled ? null : Make(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
    }
}
