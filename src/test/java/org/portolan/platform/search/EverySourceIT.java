package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A source that is added has to be held to the contract too. */
@ArquillianTest
class EverySourceIT {
  @Inject @Any private Instance<SearchSource> sources;
  @Inject private IndexHealth health;

  @Test
  void everySourceHasItsTestOfTheContract() {
    assertThat(sources)
        .isNotEmpty()
        .allSatisfy(
            source -> assertThat(testOf(source)).isAssignableTo(SearchSourceContract.class));
  }

  @Test
  void theIndexOfAHealthyNodeFollows() {
    assertThat(health.name()).isEqualTo("search");
    assertThat(health.trouble()).isEmpty();
  }

  /** The test of a source is named like it, ending in IT; what is injected is a proxy of it. */
  private static Class<?> testOf(SearchSource source) throws ClassNotFoundException {
    String name = source.getClass().getName();
    return Class.forName(name.replaceAll("Source\\$.*", "Source") + "IT");
  }
}
