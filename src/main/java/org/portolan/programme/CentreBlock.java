package org.portolan.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.portolan.calendar.BlockedTime;

/**
 * Days on which a centre cannot hold sessions: a national intake has the academy, or it is closed.
 */
@Entity
@Table(name = "centre_block")
class CentreBlock {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "centre_code")
  private String centreCode;

  private String kind;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private String words;

  @Version private int version;

  protected CentreBlock() {}

  CentreBlock(String centreCode, BlockEdit edit) {
    this.centreCode = centreCode;
    change(edit);
  }

  /**
   * @throws InvalidBlock where it says what cannot be
   */
  final void change(BlockEdit edit) {
    if (!edit.problems().isEmpty()) {
      throw new InvalidBlock(edit.problems());
    }
    kind = edit.kind();
    firstDay = edit.firstDay();
    lastDay = edit.lastDay();
    words = edit.words();
  }

  long id() {
    return id;
  }

  String centreCode() {
    return centreCode;
  }

  BlockEdit said() {
    return new BlockEdit(kind, firstDay, lastDay, words);
  }

  BlockedTime time() {
    return new BlockedTime(kind, firstDay, lastDay, words);
  }
}
