package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergeConflictTest {
  @Test
  void anApplicationIsNoMandateWhateverItsNumber() {
    assertThat(new MergeConflict("application", 7L, "S-7").ofOffice()).isFalse();
    assertThat(new MergeConflict("office", 7L, null).ofOffice()).isTrue();
    assertThat(new MergeConflict("office-beyond", 7L, null).ofOffice()).isTrue();
  }
}
