package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks providers, in no more than five seconds and for no more than a quarter of a megabyte. */
@ApplicationScoped
class ProviderLine {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 256 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  String get(URI address) {
    return send(HttpRequest.newBuilder(address).GET(), address);
  }

  /**
   * @param authorization header, or null
   */
  String post(URI address, String form, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request, address);
  }

  private String send(HttpRequest.Builder request, URI address) {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new ProviderDown(address.getHost() + " answered " + answer.statusCode());
        }
        byte[] read = body.readNBytes(MOST + 1);
        if (read.length > MOST) {
          throw new ProviderDown(address.getHost() + " answered too much");
        }
        return new String(read, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new ProviderDown(address.getHost() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderDown(address.getHost() + " was not waited for", e);
    }
  }
}
