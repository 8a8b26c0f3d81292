package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others show of a course whose address somebody sends them. */
class SharedCourseIT {
  private static final Pattern MARKUP =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void itSaysWhatItIsAndWhenItIsHeld() {
    Visitor visitor = new Visitor(PackagedApplication.shared());
    Matcher course =
        Pattern.compile("href=\"(/catalog/(?!mine|compare)[A-Za-z0-9-]+)\"")
            .matcher(visitor.get("/catalog").body());
    JsonObject dated = null;
    String page = "";
    while (dated == null && course.find()) {
      page = visitor.get(course.group(1)).body();
      dated = markup(page);
      JsonArray instances = dated == null ? null : dated.getJsonArray("hasCourseInstance");
      dated = instances == null || instances.isEmpty() ? null : dated;
    }
    assertThat(dated).as("a course on the first page that is held").isNotNull();
    assertThat(dated.getString("@type")).isEqualTo("Course");
    assertThat(property(page, "og:title")).isEqualTo(dated.getString("name"));
    assertThat(property(page, "og:url")).endsWith(course.group(1));
    assertThat(property(page, "og:description")).isEqualTo(dated.getString("description"));
    JsonObject instance = dated.getJsonArray("hasCourseInstance").getJsonObject(0);
    assertThat(instance.getString("@type")).isEqualTo("CourseInstance");
    assertThat(instance.getString("startDate")).matches("\\d{4}-\\d{2}-\\d{2}.*");
  }

  private static JsonObject markup(String page) {
    Matcher found = MARKUP.matcher(page);
    return found.find() ? Json.createReader(new StringReader(found.group(1))).readObject() : null;
  }

  private static String property(String page, String name) {
    Matcher found =
        Pattern.compile("<meta property=\"" + name + "\" content=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found
        .group(1)
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
