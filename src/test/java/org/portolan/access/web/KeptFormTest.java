package org.portolan.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {"kept.motivation=x", "to=%2F&%6Bept.motivation=x", "to=%2F&kept.a", "%zz"})
  void nothingIsCarriedThatALinkCouldHavePutThere(String query) {
    Map<String, String[]> parameters = Map.of("kept.motivation", new String[] {"x"});
    assertThat(KeptForm.carried(request("GET", query, parameters)).isEmpty()).isTrue();
    assertThat(KeptForm.carried(request("POST", query, parameters)).isEmpty()).isTrue();
    assertThat(KeptForm.carried(request("GET", null, parameters)).isEmpty()).isTrue();
    assertThat(KeptForm.carried(request("POST", "to=kept.", parameters)).isEmpty()).isFalse();
  }

  private static HttpServletRequest request(Map<String, String[]> parameters) {
    return request("POST", null, parameters);
  }

  private static HttpServletRequest request(
      String method, String query, Map<String, String[]> parameters) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            KeptFormTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, asked, arguments) ->
                switch (asked.getName()) {
                  case "getMethod" -> method;
                  case "getQueryString" -> query;
                  case "getParameterMap" -> parameters;
                  default -> throw new UnsupportedOperationException(asked.getName());
                });
  }
}
