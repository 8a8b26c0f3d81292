package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes =
      Routes.read(
          new ByteArrayInputStream(
              """
              # comment
              /                 /home/home.xhtml
              /catalog          /catalog/courses.xhtml
              /catalog/{code}   /catalog/course.xhtml
              /feed/{code}.ics  /feed/of
              /feed/{code}      /feed/page.xhtml
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @Test
  void aCleanAddressLeadsToItsFile() {
    assertThat(routes.fileFor("/catalog")).contains("/catalog/courses.xhtml");
    assertThat(routes.fileFor("/")).contains("/home/home.xhtml");
  }

  @Test
  void aSegmentInBracesBecomesAParameter() {
    assertThat(routes.fileFor("/catalog/A&B é"))
        .contains("/catalog/course.xhtml?code=A%26B+%C3%A9");
  }

  @Test
  void anEndingAfterTheBracesTellsAddressesApart() {
    assertThat(routes.fileFor("/feed/X-1.ics")).contains("/feed/of?code=X-1");
    assertThat(routes.fileFor("/feed/X-1")).contains("/feed/page.xhtml?code=X-1");
    assertThat(routes.fileFor("/feed/.ics")).contains("/feed/page.xhtml?code=.ics");
  }

  @Test
  void anythingElseIsNotRouted() {
    assertThat(routes.fileFor("/catalog/a/b")).isEmpty();
    assertThat(routes.fileFor("/catalog/")).isEmpty();
    assertThat(routes.fileFor("/nowhere")).isEmpty();
  }
}
