package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portolan.knowledge.WordDifference.Kind;
import org.portolan.knowledge.WordDifference.Piece;

class WordDifferenceTest {

  @Test
  void wordsAreToldApart() {
    assertThat(WordDifference.between("One small counter.", "One large counter."))
        .containsExactly(
            new Piece(Kind.SAME, "One "),
            new Piece(Kind.GONE, "small"),
            new Piece(Kind.ADDED, "large"),
            new Piece(Kind.SAME, " counter."));
  }

  @Test
  void nothingBecomesSomethingAndBack() {
    assertThat(WordDifference.between("", "New.")).containsExactly(new Piece(Kind.ADDED, "New."));
    assertThat(WordDifference.between("Old.", "")).containsExactly(new Piece(Kind.GONE, "Old."));
    assertThat(WordDifference.between("", "")).isEmpty();
  }

  @Test
  void whatIsTheSameForLongIsShortened() {
    String same = "x".repeat(500);
    List<Piece> pieces = WordDifference.between("a\n" + same + "\nb", "c\n" + same + "\nd");

    assertThat(pieces).extracting(Piece::kind).contains(Kind.SAME, Kind.GONE, Kind.ADDED);
    assertThat(pieces.stream().filter(each -> each.kind() == Kind.SAME))
        .allMatch(each -> each.text().length() < 330 && each.text().contains("…"));
  }

  @Test
  void aLongParagraphThatIsAnotherIsShownAsAWhole() {
    List<Piece> pieces = WordDifference.between(words("old"), words("new"));

    assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.GONE, Kind.ADDED);
  }

  @Test
  void bothTextsCanBePutTogetherFromThePieces() {
    String before = "We had two rooms.\n\nOne was dark.\n- a\n- b";
    String after = "We had three rooms.\n\n- a\n- b\n- c";
    List<Piece> pieces = WordDifference.between(before, after);

    assertThat(text(pieces, Kind.ADDED)).isEqualTo(before);
    assertThat(text(pieces, Kind.GONE)).isEqualTo(after);
  }

  private static String text(List<Piece> pieces, Kind without) {
    return pieces.stream()
        .filter(piece -> piece.kind() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String words(String word) {
    return IntStream.range(0, 3_000).mapToObj(i -> word + i).collect(Collectors.joining(" "));
  }
}
