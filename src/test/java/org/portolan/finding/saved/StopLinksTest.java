package org.portolan.finding.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopLinksTest {
  private final StopLinks links = new StopLinks(content -> "mark-of-this-installation-" + content);

  @Test
  void aLinkStopsTheSearchThatItWasWrittenFor() {
    assertThat(links.read(links.write(42))).containsExactly(42L);
  }

  @Test
  void theMarkOfOneSearchStopsNoOther() {
    assertThat(links.read(links.write(42).replaceFirst("42", "43"))).isEmpty();
  }

  @Test
  void aLinkOfALetterStopsAllSearchesOfIt() {
    String token = links.write(List.of(42L, 7L));
    assertThat(links.read(token)).containsExactly(42L, 7L);
    assertThat(links.read(token.replaceFirst("-7", ""))).isEmpty();
    assertThat(links.read(token.replaceFirst("-7", "-8"))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "42",
        "42.",
        "42.short",
        "42-.mark-of-this-installation-42-",
        "-42.mark-of-this-installation--42",
        "99999999999999999999.mark-of-this-installation-9",
        "-1.mark-of-this-installation--1",
        "42.mark-of-this-installation-42 ",
        "x"
      })
  void whatIsNoneOfOursStopsNothing(String token) {
    assertThat(links.read(token)).isEmpty();
  }
}
