using System.Collections.Concurrent;
using System.Reflection;
using GridActors.Contracts;
using GridActors.Contracts.Access;
using GridActors.Core.Access;

namespace GridActors.Grains.Access;

/// <summary>Reads the ticket of each call in the silo that it arrives at, asks the method what it needs, and lets nothing through that names nothing.</summary>
public sealed class CallGuard(CallTickets tickets) : IIncomingGrainCallFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, AccessAttribute?> s_needs = new();

    /// <exception cref="AccessDeniedException">The caller has no right to make this call.</exception>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var method = context.InterfaceMethod;
        if (method?.DeclaringType?.Assembly != typeof(GrainKeys).Assembly)
        {
            // An actor of Orleans itself.
            return context.Invoke();
        }

        var ticket = RequestContext.Get(CallTicket.Key) as CallTicket;
        var authority = tickets.Read(ticket);
        var needs = s_needs.GetOrAdd(method, static m => m.GetCustomAttribute<AccessAttribute>());
        return MayCall(needs, authority, context.TargetId)
            ? InvokeAsync(context, new ActingCall(authority, ticket))
            : throw new AccessDeniedException($"{method.Name} is not open to this caller.");
    }

    private static async Task InvokeAsync(IIncomingGrainCallContext context, ActingCall call)
    {
        using var scope = CallAuthority.Use(call);
        await context.Invoke();
    }

    private static bool MayCall(AccessAttribute? needs, Authority authority, GrainId actor) => needs?.Kind switch
    {
        AccessKind.Known or AccessKind.Judged => authority.IsKnown,
        AccessKind.Anywhere => authority.Has(needs.Permission),
        AccessKind.AtPlace => authority.Has(needs.Permission, GrainKeys.CodeIn(actor.Key.ToString()!)),
        AccessKind.System => authority.IsSystem,
        _ => false,
    };
}
