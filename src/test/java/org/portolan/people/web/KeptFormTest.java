package org.portolan.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptFormTest {

  @Test
  void everyValueOfWhatWasSentIsKept() {
    KeptForm kept = KeptForm.sent(request(Map.of("languages", new String[] {"en", "fr"})));
    assertThat(kept.fields())
        .containsExactly(
            new KeptForm.Field("languages", "en"), new KeptForm.Field("languages", "fr"));
    assertThat(kept.fields().get(0).carriedName()).isEqualTo("kept.languages");
  }

  @Test
  void theFieldsOfTheSignInPageItselfAreNotTakenForThoseItCarries() {
    KeptForm kept =
        KeptForm.carried(
            request(
                Map.of(
                    "password", new String[] {"calm-harbour"},
                    "kept.motivation", new String[] {"To classify better"})));
    assertThat(kept.fields())
        .containsExactly(new KeptForm.Field("motivation", "To classify better"));
  }

  @Test
  void whatIsLongerThanAnyFormOfOursIsNotCarried() {
    assertThat(KeptForm.sent(request(Map.of("body", new String[] {"a".repeat(200_000)}))).isEmpty())
        .isTrue();
  }

  private static HttpServletRequest request(Map<String, String[]> parameters) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            KeptFormTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getParameterMap") ? parameters : null);
  }
}
