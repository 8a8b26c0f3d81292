package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link writes nothing, and nobody's odd request becomes another's page. */
class PageRequestsIT {
  private static PackagedApplication application;
  private static Visitor centre;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    centre = Visitor.signedIn(application, "centre");
  }

  @Test
  void aLinkSendsNoForm() {
    HttpResponse<String> answer =
        centre.get(
            "/account/tokens?make=make&name=from-a-link&create=x"
                + "&jakarta.faces.ViewState=stateless");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(centre.get("/account/tokens").body()).doesNotContain("from-a-link");
    assertThat(
            centre
                .get(
                    "/account/tokens?make=make&name=from-a-link&create=x"
                        + "&jakarta%2Efaces.ViewState=stateless")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            centre
                .post(
                    "/account/tokens?jakarta.faces.ViewState=stateless",
                    Map.of("make", "make", "name", "from-a-link", "create", "x"))
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/catalog", "/knowledge", "/calendar", "/regions"})
  void whoAsksForAPartSpoilsNoPage(String path) throws Exception {
    assertThat(send(path, "GET", "Faces-Request", "partial/ajax").statusCode()).isEqualTo(400);
    HttpResponse<String> page = send(path, "GET", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains("</html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void pagesAreReadAndFilledInAndNothingElse(String method) throws Exception {
    assertThat(send("/catalog", method, "Accept", "text/html").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "rO0ABXQ=", "H4sIAAAAAAAA", "a:b"})
  void aStateThatNobodySealedIsAnExpiredPage(String state) {
    HttpResponse<String> answer =
        centre.post("/desk/centre", Map.of("desk", "desk", "jakarta.faces.ViewState", state));
    assertThat(answer.statusCode()).isEqualTo(408);
    assertThat(answer.body()).contains("<h1").doesNotContain("Exception");
  }

  @Test
  void aTableThatIsTooOldSaysSoByItsStatusAlone() throws Exception {
    HttpResponse<String> answer =
        centre.post(
            "/desk/centre",
            Map.of(
                "desk", "desk",
                "jakarta.faces.ViewState", "junk",
                "jakarta.faces.partial.ajax", "true"),
            "Faces-Request",
            "partial/ajax");
    assertThat(answer.statusCode()).isEqualTo(408);
    assertThat(answer.body()).doesNotContain("class java", "Exception");
  }

  private HttpResponse<String> send(String path, String method, String header, String value)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path)))
            .header(header, value)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
