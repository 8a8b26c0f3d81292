package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who reads and fills in pages as a browser without JavaScript would: keeps cookies, does
 * not follow redirects.
 */
final class Visitor {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final PackagedApplication application;
  private final Map<String, String> cookies = new TreeMap<>();

  Visitor(PackagedApplication application) {
    this.application = application;
  }

  /** Signs in as one of the demo world, by the part of the address before the sign. */
  static Visitor signedIn(PackagedApplication application, String name) {
    Visitor visitor = new Visitor(application);
    HttpResponse<String> answer =
        visitor.signIn(name + "@demo.portolan.example", PackagedApplication.PASSWORD);
    assertThat(answer.statusCode()).as("signing in as %s", name).isEqualTo(302);
    return visitor;
  }

  /** Somebody else with the same cookies. */
  Visitor copy() {
    Visitor copy = new Visitor(application);
    copy.cookies.putAll(cookies);
    return copy;
  }

  HttpResponse<String> signIn(String email, String password) {
    return postFaces("/sign-in", "signin", "go", Map.of("email", email, "password", password));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Posts a plain form. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  /** The same with one header more. */
  HttpResponse<String> post(String path, Map<String, String> fields, String header, String value) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  /** Posts a form of a stateless Faces page by one of its buttons. */
  HttpResponse<String> postFaces(
      String path, String form, String button, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put(form, form);
    all.put(button, button);
    all.put("jakarta.faces.ViewState", "stateless");
    return post(path, all);
  }

  /** What is there as it is, a file for example. */
  HttpResponse<byte[]> bytes(String path) {
    return send(request(path), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Posts a form with a file, which its field {@code file} has. */
  HttpResponse<String> upload(
      String path, Map<String, String> fields, String name, byte[] content) {
    String boundary = "----" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"\r\n\r\n")
                    .concat(value + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\n")
            .concat("Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.url(path)));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading) {
    try {
      HttpResponse<T> answer = HTTP.send(request.build(), reading);
      for (String line : answer.headers().allValues("Set-Cookie")) {
        String[] cookie = line.split(";", 2)[0].split("=", 2);
        cookies.put(cookie[0], cookie[1]);
      }
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
