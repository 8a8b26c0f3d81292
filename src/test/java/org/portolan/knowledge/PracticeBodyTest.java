package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeBodyTest {

  @Test
  void emptySectionsAreNone() {
    PracticeBody body =
        new PracticeBody(Map.of(Section.COST, " \n", Section.RESULT, "Half."), null);

    assertThat(body.sections()).containsOnlyKeys(Section.RESULT);
    assertThat(body.section(Section.COST)).isEmpty();
    assertThat(body.empty()).isFalse();
    assertThat(PracticeBody.of(" ").empty()).isTrue();
  }

  @Test
  void itIsReadInOrderWithWhomToAskAtTheEnd() {
    PracticeBody body =
        new PracticeBody(
            Map.of(
                Section.CONTACT, "Ask us.", Section.PROBLEM, "Slow.", Section.CONTEXT, "A port."),
            "What failed.");

    assertThat(body.whole()).isEqualTo("A port.\n\nSlow.\n\nWhat failed.\n\nAsk us.");
  }

  @Test
  void aFileNamesItsSectionsInBraces() {
    PracticeBody body =
        SampleText.read(
            """
            ## {context}
            A port.

            ## {result}
            ### In 2022
            Half.

            ## What failed
            The launch.

            ## {contact}
            Ask us.""");

    assertThat(body.sections())
        .containsEntry(Section.CONTEXT, "A port.")
        .containsEntry(Section.RESULT, "### In 2022\nHalf.")
        .containsEntry(Section.CONTACT, "Ask us.")
        .hasSize(3);
    assertThat(body.more()).isEqualTo("## What failed\nThe launch.");
  }

  @Test
  void aFileWithoutSectionsIsOneText() {
    assertThat(SampleText.read("## Why\nSo.\n\n## How\nThus."))
        .isEqualTo(PracticeBody.of("## Why\nSo.\n\n## How\nThus."));
  }
}
