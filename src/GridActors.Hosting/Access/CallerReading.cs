using GridActors.Core.Access;

namespace GridActors.Hosting.Access;

/// <summary>Who a request comes from, or why what it shows is not taken.</summary>
/// <param name="Caller">Anonymous where the request shows nothing, or nothing that is taken.</param>
/// <param name="Detail">What is wrong in this case, for people; empty where nothing is.</param>
public readonly record struct CallerReading(Caller Caller, CredentialRefusal? Refusal, string Detail)
{
    public static CallerReading Of(Caller caller) => new(caller, null, "");

    public static CallerReading Refuse(CredentialRefusal refusal, string detail) => new(Caller.Anonymous, refusal, detail);
}
