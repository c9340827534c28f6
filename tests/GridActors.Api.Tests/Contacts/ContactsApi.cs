using GridActors.Core.Access;
using GridActors.Hosting.Contacts;
using GridActors.Storage.Contacts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Contacts;

/// <summary>A host of its own that takes its caller from a header: who that is, others establish.</summary>
public class ContactsApi : ApiFixture
{
    private const string Header = "X-Test-Caller";

    public ContactsApi()
        : this([])
    {
    }

    protected ContactsApi(params string[] settings)
        : base(settings) => App.Use((http, next) =>
        {
            if (http.Request.Headers[Header].ToString().Split('@') is [var role, var scope])
            {
                http.Features.Set(new Caller("test", [new Grant(Enum.Parse<CallerRole>(role), scope)]));
            }

            return next(http);
        });

    public IContactStore Store => Services.GetRequiredService<IContactStore>();

    public ContactVault Vault => Services.GetRequiredService<ContactVault>();

    internal static (string Name, string Value) As(CallerRole role, string scope) => (Header, $"{role}@{scope}");
}
