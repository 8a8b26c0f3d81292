package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetterLinesTest {
  private static final String REGARDS = "وتفضلوا بقبول فائق الاحترام،";
  private static final String WITHDRAW = "إن تعذر حضوركم فالرجاء سحب الطلب في وقت مناسب";
  private static final String WHERE = "المكان Training Centre، قاعة 4";
  private static final List<String> BLOCKS = List.of(WITHDRAW, WHERE, REGARDS);

  @Test
  void takesWhatIsSplitIntoLinesJoinedOrTurned() {
    finds(
        "",
        "إن تعذر حضوركم فالرجاء سحب",
        "الطلب  في وقت مناسب",
        "المكان قاعة 4 ،Training Centre",
        // joined letters, as they may stand in a document
        "وتفضلوا بقبول ﻓﺎﺋﻖ الاحترام،");
  }

  @Test
  void findsASwappedWord() {
    finds("سحب فالرجاء", "إن تعذر حضوركم سحب فالرجاء الطلب في وقت مناسب", WHERE, REGARDS);
  }

  @Test
  void findsAReversedWord() {
    finds("قئاف", WITHDRAW, WHERE, "وتفضلوا بقبول قئاف الاحترام،");
  }

  @Test
  void findsAWordTornApart() {
    finds("فا ئق", WITHDRAW, WHERE, "وتفضلوا بقبول فا ئق الاحترام،");
  }

  @Test
  void findsALostEnd() {
    finds("الاحترام»", WITHDRAW, WHERE, "وتفضلوا بقبول فائق الاحترام");
  }

  @Test
  void findsAMissingLine() {
    finds("reads «المكان", WHERE, REGARDS);
    finds(REGARDS, WITHDRAW, WHERE);
    finds(WHERE, WITHDRAW, REGARDS);
  }

  @Test
  void findsALineTooMany() {
    finds("too much: [" + REGARDS, WITHDRAW, WHERE, REGARDS, REGARDS);
    finds(WHERE, WITHDRAW, REGARDS, WHERE, REGARDS);
  }

  @Test
  void findsAMissingAndAForeignWordWhereDirectionsMeet() {
    finds(WHERE, WITHDRAW, "المكان Training، قاعة 4", REGARDS);
    finds(WHERE, WITHDRAW, "المكان Training Center، قاعة 4", REGARDS);
    finds(WHERE, WITHDRAW, "المكان Training Centre Centre، قاعة 4", REGARDS);
  }

  /** Nothing is to be found where the part of the fault is empty. */
  private static void finds(String part, String... lines) {
    String fault = LetterLines.fault(BLOCKS, List.of(lines)).orElse("");
    assertThat(fault).contains(part);
    assertThat(fault.isEmpty()).isEqualTo(part.isEmpty());
  }
}
