package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The search as an operator meets it: a command that has it built anew, and measures. */
class SearchOperationIT {
  private static final String KEY = "a key of the measures for tests only";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void theIndexIsBuiltAnewOnDemandAndMeasured() throws Exception {
    assumeFalse(MySqlServer.wanted(), "the command has to find the embedded database");
    Path data = Path.of(System.getProperty("portolan.it.directory"), "search-operation");
    Map<String, String> settings = Map.of("PORTOLAN_METRICS_KEY", KEY);
    try (PackagedApplication node = PackagedApplication.start("search-operation", settings)) {
      awaitIndex(node);
      String before = measures(node, "Bearer " + KEY).body();
      assertThat(number(before, "portolan_index_documents")).isGreaterThan(100);
      assertThat(number(before, "portolan_index_bytes")).isGreaterThan(100_000);
      assertThat(number(before, "portolan_search_seconds_count")).isPositive();
      assertThat(number(before, "portolan_index_queue")).isZero();
      assertThat(measures(node, "Bearer wrong").statusCode()).isEqualTo(404);
      assertThat(measures(node, "").statusCode()).isEqualTo(404);

      String said = PackagedApplication.command(data, settings, "admin", "reindex");

      assertThat(said).startsWith("exit 0\n").contains("serves", "has a new index");
      String after = measures(node, "Bearer " + KEY).body();
      assertThat(number(after, "portolan_index_built_total"))
          .isEqualTo(number(before, "portolan_index_built_total") + 1);
      assertThat(number(after, "portolan_index_documents"))
          .isEqualTo(number(before, "portolan_index_documents"));
      assertThat(search(node)).isEqualTo(200);
    }
  }

  /** Until searches are answered and nothing of the demo world waits to be indexed. */
  private static void awaitIndex(PackagedApplication node) throws Exception {
    Instant limit = Instant.now().plusSeconds(60);
    while (search(node) != 200
        || number(measures(node, "Bearer " + KEY).body(), "portolan_index_queue") > 0) {
      assertThat(Instant.now()).as("the index follows the database").isBefore(limit);
      Thread.sleep(200);
    }
  }

  private static int search(PackagedApplication node) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(node.url("/api/v1/search?q=valuation"))).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static HttpResponse<String> measures(PackagedApplication node, String authorization)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(node.url("/metrics")))
            .header("Authorization", authorization)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static double number(String measures, String name) {
    return Pattern.compile("(?m)^" + name + " (\\S+)$")
        .matcher(measures)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in\n" + measures));
  }
}
