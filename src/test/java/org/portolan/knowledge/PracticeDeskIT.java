package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotAllowed;

/** The table of an editor: a page of the practices of their regions, in the order they ask for. */
@ArquillianTest
class PracticeDeskIT {
  private static final Slice FIRST = new Slice(0, 25, null, true);
  private static final String REGION = "WCA";

  @Inject private KnowledgeService knowledge;
  @Inject private Scenario scenario;

  @Test
  void editorsSeeTheirOwnRegionsAndOthersNothing() {
    scenario.asEditor(REGION);
    assertThat(list(DeskFilter.everything(), FIRST))
        .isNotEmpty()
        .allMatch(practice -> practice.regionCode().equals(REGION));
    assertThat(knowledge.countOnDesk(DeskFilter.everything()))
        .isEqualTo(list(DeskFilter.everything(), new Slice(0, 200, null, true)).size());

    scenario.asCentre();
    assertThatThrownBy(() -> list(DeskFilter.everything(), FIRST)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> knowledge.countOnDesk(DeskFilter.everything()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void theOrderIsTheOneAskedFor() {
    scenario.asEditor(REGION);
    assertThat(list(DeskFilter.everything(), new Slice(0, 200, "year", true)))
        .extracting(PracticeSummary::year)
        .isSorted();
  }

  @Test
  void aStateOrWordsOfATitleInAnyLanguageRestrictIt() {
    scenario.asEditor(REGION);
    String title = list(DeskFilter.everything(), FIRST).get(0).title();
    assertThat(list(new DeskFilter(title, null), FIRST))
        .extracting(PracticeSummary::title)
        .contains(title);
    assertThat(list(new DeskFilter("100%_nowhere", null), FIRST)).isEmpty();
    assertThat(list(new DeskFilter(null, "draft"), FIRST)).noneMatch(PracticeSummary::published);
  }

  @Test
  void aPageCostsTheSameHoweverMuchIsInIt() throws Exception {
    scenario.asEditor(REGION);
    list(DeskFilter.everything(), FIRST);
    assertThat(Statements.of(() -> list(DeskFilter.everything(), FIRST)))
        .hasSize(
            Statements.of(() -> list(DeskFilter.everything(), new Slice(0, 1, null, true))).size())
        .hasSizeLessThanOrEqualTo(2);
  }

  private List<PracticeSummary> list(DeskFilter filter, Slice slice) {
    return knowledge.desk(filter, slice, Language.EN);
  }
}
