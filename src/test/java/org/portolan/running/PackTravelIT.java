package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A collection goes from one installation to another, and leaves that as it came. */
class PackTravelIT {
  @Test
  void itIsTheSameAfterTheJourney() throws Exception {
    PackagedApplication here = PackagedApplication.shared();
    Visitor reader = Visitor.signedIn(here, "admin");
    Matcher first =
        Pattern.compile("href=\"/collections/(\\d+)\"").matcher(reader.get("/collections").body());
    assertThat(first.find()).isTrue();
    String address = "/collections/" + first.group(1) + "/pack.zip";
    byte[] sent = reader.bytes(address).body();
    assertThat(reader.bytes(address).body()).as("the same bytes for the same").isEqualTo(sent);

    try (PackagedApplication there = PackagedApplication.start("pack-travel", Map.of())) {
      there
          .database()
          .update("UPDATE practice SET state = 'archived', archived_at = UTC_TIMESTAMP(6)");
      Visitor editor = Visitor.signedIn(there, "admin");
      String desk =
          editor
              .upload("/desk/packs/upload?region=" + region(sent), Map.of(), "sent.zip", sent)
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .replaceFirst("https?://[^/]+", "");
      assertThat(editor.get(desk).body()).contains("name=\"take\" value=\"1\"");
      Map<String, byte[]> before = entries(sent);
      StringBuilder form = new StringBuilder("act=take");
      for (int place = 1; place <= before.size(); place++) {
        form.append("&take=").append(place);
      }
      editor.send(
          editor
              .request(desk)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
      String taken = editor.get(desk).body();
      assertThat(taken).doesNotContain("name=\"take\"");
      there
          .database()
          .update(
              "UPDATE practice SET state = 'published', work_state = NULL,"
                  + " published_at = UTC_TIMESTAMP(6), edition_at = UTC_TIMESTAMP(6)"
                  + " WHERE state = 'draft' AND id IN (SELECT record_id FROM pack_origin)");
      there.database().update("UPDATE attachment SET stage = 'shown' WHERE stage = 'added'");
      Matcher collection = Pattern.compile("/desk/collections/(\\d+)").matcher(taken);
      assertThat(collection.find()).isTrue();

      Map<String, byte[]> after =
          entries(editor.bytes("/collections/" + collection.group(1) + "/pack.zip").body());
      assertThat(after.keySet()).isEqualTo(before.keySet());
      before.forEach(
          (name, content) -> {
            if (!name.equals("manifest.json")) {
              assertThat(after.get(name)).as(name).isEqualTo(content);
            }
          });
      assertThat(practices(after)).isEqualTo(practices(before));
    }
  }

  private static String region(byte[] pack) throws IOException {
    Matcher region = Pattern.compile("\"region\":\"(\\w+)\"").matcher(practices(entries(pack)));
    assertThat(region.find()).isTrue();
    return region.group(1);
  }

  private static String practices(Map<String, byte[]> pack) {
    String manifest = new String(pack.get("manifest.json"), StandardCharsets.UTF_8);
    return manifest.substring(manifest.indexOf("\"collection\""));
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.put(entry.getName(), in.readAllBytes());
      }
    }
    return all;
  }
}
