using GridActors.Storage.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Hosting.Access;

public static class AccessRegistration
{
    /// <summary>For clocks that are not quite right.</summary>
    private static readonly TimeSpan _skew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures that only the issuer can make: none of a shared secret.</summary>
    private static readonly string[] _algorithms =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
    ];

    /// <summary>Registers <see cref="CallerReader"/>. Makes the key of the development issuer where there is to be one.</summary>
    /// <exception cref="ConfigurationRefusedException">The configuration is refused, or the key cannot be used.</exception>
    public static IHostApplicationBuilder AddAccess(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(AuthOptions.Section);
        var options = section.Get<AuthOptions>() ?? new AuthOptions();
        var isDevelopment = builder.Environment.IsDevelopment();
        SetDefaults(options, isDevelopment);
        Refuse(options, isDevelopment);
        builder.Services.Configure<AuthOptions>(section).PostConfigure<AuthOptions>(o => SetDefaults(o, isDevelopment));
        if (options.DevelopmentIssuer is true)
        {
            var directory = (builder.Configuration.GetSection(GridActorsOptions.Section).Get<GridActorsOptions>() ?? new GridActorsOptions()).DataDirectory;
            var issuer = DevelopmentIssuer.Open(directory);
            builder.Services.AddSingleton(_ => issuer);
            builder.Services.AddSingleton<IBearerTokens>(s => new BearerTokens(Of(s.GetRequiredService<DevelopmentIssuer>()), new AuthClaims(), TimeProvider.System));
        }
        else if (options.Authority is not null)
        {
            builder.Services.AddSingleton<IBearerTokens>(_ => new BearerTokens(Of(options, isDevelopment), options.Claims, TimeProvider.System));
        }
        else
        {
            builder.Services.AddSingleton<IBearerTokens, NoBearerTokens>();
        }

        builder.Services.AddSingleton(s => new ApiKeys(s.GetRequiredService<IApiKeyStore>(), TimeProvider.System));
        builder.Services.AddSingleton(s => new CallerReader(s.GetRequiredService<IBearerTokens>(), s.GetRequiredService<ApiKeys>()));
        return builder;
    }

    private static void SetDefaults(AuthOptions options, bool isDevelopment)
    {
        options.Authority = string.IsNullOrWhiteSpace(options.Authority) ? null : options.Authority;
        options.DevelopmentIssuer ??= isDevelopment && options.Authority is null;
        options.OpenOperations ??= isDevelopment;
    }

    private static void Refuse(AuthOptions options, bool isDevelopment)
    {
        var problem = options switch
        {
            { DevelopmentIssuer: true } when !isDevelopment => "Auth:DevelopmentIssuer is for trials and is refused outside Development; name an authority in Auth:Authority.",
            { DevelopmentIssuer: true, Authority: not null } => "Auth:DevelopmentIssuer and Auth:Authority exclude each other.",
            { Authority: { } authority } when !IsAddress(authority, isDevelopment) => "Auth:Authority is no https address; http is taken in Development only.",
            { Authority: not null } when string.IsNullOrWhiteSpace(options.Audience) => "Auth:Authority needs Auth:Audience: whom a token has to be for.",
            _ when string.IsNullOrWhiteSpace(options.Claims.Subject) || string.IsNullOrWhiteSpace(options.Claims.Grants) => "Auth:Claims:Subject and Auth:Claims:Grants name a claim each.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ConfigurationRefusedException(problem);
        }
    }

    private static bool IsAddress(string authority, bool isDevelopment) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp));

    private static JwtBearerOptions Of(DevelopmentIssuer issuer)
    {
        var bearer = new JwtBearerOptions { Audience = DevelopmentIssuer.Audience };
        bearer.TokenValidationParameters.ValidIssuer = DevelopmentIssuer.Name;
        bearer.TokenValidationParameters.IssuerSigningKey = issuer.Key;
        return Complete(bearer);
    }

    private static JwtBearerOptions Of(AuthOptions options, bool isDevelopment) =>
        Complete(new JwtBearerOptions { Authority = options.Authority, Audience = options.Audience, RequireHttpsMetadata = !isDevelopment });

    private static JwtBearerOptions Complete(JwtBearerOptions bearer)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.ClockSkew = _skew;
        bearer.TokenValidationParameters.ValidAlgorithms = _algorithms;
        new JwtBearerPostConfigureOptions().PostConfigure(JwtBearerDefaults.AuthenticationScheme, bearer);
        return bearer;
    }
}
