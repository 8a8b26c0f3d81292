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
  void anythingElseIsNotRouted() {
    assertThat(routes.fileFor("/catalog/a/b")).isEmpty();
    assertThat(routes.fileFor("/catalog/")).isEmpty();
    assertThat(routes.fileFor("/nowhere")).isEmpty();
  }
}
