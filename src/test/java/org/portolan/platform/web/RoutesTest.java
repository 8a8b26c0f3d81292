package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Gate;
import org.portolan.platform.security.Role;

class RoutesTest {
  private final Routes routes =
      Routes.read(
          new ByteArrayInputStream(
              """
              # comment
              /                 /home/home.xhtml       everyone
              /catalog          /catalog/courses.xhtml everyone   kept
              /catalog/{code}   /catalog/course.xhtml  person
              /feed/{code}.ics  /feed/of               rocb|vice_chair
              /feed/{code}      /feed/page.xhtml       everyone
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

  @Test
  void aLineSaysToWhomItsAddressIsOpen() {
    assertThat(routes.find("/catalog").orElseThrow().gate()).isEqualTo(Gate.of("everyone"));
    assertThat(routes.find("/catalog/A").orElseThrow().gate()).isEqualTo(Gate.of("person"));
    assertThat(routes.find("/feed/A.ics").orElseThrow().gate())
        .isEqualTo(new Gate(Set.of(Role.ROCB, Role.VICE_CHAIR), false));
  }

  @Test
  void aLineThatSaysNothingOfItIsRefused() {
    for (String line : List.of("/a /a.xhtml", "/a /a.xhtml kept", "/a /a.xhtml nobody")) {
      assertThatThrownBy(
              () -> Routes.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private Optional<String> file(String path) {
    return routes.find(path).map(Routes.Target::file);
  }
}
