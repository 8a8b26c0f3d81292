package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes =
      Routes.read(
          new ByteArrayInputStream(
              """
              # comment
              /                 /home/home.xhtml
              /catalog          /catalog/courses.xhtml   kept
              /catalog/{code}   /catalog/course.xhtml
              /feed/{code}.ics  /feed/of
              /feed/{code}      /feed/page.xhtml
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @Test
  void aCleanAddressLeadsToItsFile() {
    assertThat(file("/catalog")).contains("/catalog/courses.xhtml");
    assertThat(file("/")).contains("/home/home.xhtml");
  }

  @Test
  void aSegmentInBracesBecomesAParameter() {
    assertThat(file("/catalog/A&B é")).contains("/catalog/course.xhtml?code=A%26B+%C3%A9");
  }

  @Test
  void anEndingAfterTheBracesTellsAddressesApart() {
    assertThat(file("/feed/X-1.ics")).contains("/feed/of?code=X-1");
    assertThat(file("/feed/X-1")).contains("/feed/page.xhtml?code=X-1");
    assertThat(file("/feed/.ics")).contains("/feed/page.xhtml?code=.ics");
  }

  @Test
  void anythingElseIsNotRouted() {
    assertThat(file("/catalog/a/b")).isEmpty();
    assertThat(file("/catalog/")).isEmpty();
    assertThat(file("/nowhere")).isEmpty();
  }

  @Test
  void aLineSaysWhetherItsPageIsTheSameForEveryVisitor() {
    assertThat(routes.find("/catalog")).get().extracting(Routes.Target::kept).isEqualTo(true);
    assertThat(routes.find("/")).get().extracting(Routes.Target::kept).isEqualTo(false);
  }

  private Optional<String> file(String path) {
    return routes.find(path).map(Routes.Target::file);
  }
}
