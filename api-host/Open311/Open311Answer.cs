using Microsoft.Net.Http.Headers;

namespace GridActors.ApiHost.Open311;

/// <summary>An answer in the format that the client asked for.</summary>
internal sealed class Open311Answer(Open311Document document, Open311Language language, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var isJson = Open311Formats.Of(httpContext.Request) == Open311Format.Json;
        var bytes = isJson ? Open311Json.Write(document) : Open311Xml.Write(document);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = isJson ? Open311Json.ContentType : Open311Xml.ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.ContentLanguage = Open311Languages.TagOf(language);
        response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
