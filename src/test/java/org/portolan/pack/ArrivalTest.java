package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a practice of a pack is, by what it says, what was taken and what is here. */
class ArrivalTest {
  @ParameterizedTest
  @CsvSource({
    "a,a,a,false,SAME",
    "b,a,b,false,SAME",
    "b,a,a,false,NEWER",
    "b,a,c,false,DIFFERS",
    "a,a,c,false,OLDER",
    "b,a,a,true,OLDER",
    "a,,a,false,SAME",
    "b,,a,false,DIFFERS",
    "b,,a,true,OLDER"
  })
  void isToldByWhatWasTaken(String comes, String taken, String here, boolean later, Arrival is) {
    assertThat(Arrival.of(comes, taken, here, later)).isEqualTo(is);
  }
}
