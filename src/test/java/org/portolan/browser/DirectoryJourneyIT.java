package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for a body: by the list, by the still map, by the map to move about in. */
class DirectoryJourneyIT {
  /** Kilobytes that the map may cost whoever asks for it. */
  private static final long MOST = 110L * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void fromTheMapToABodyAndItsSurroundings(String language) {
    try (Window visitor = Window.withoutScripts(language)) {
      visitor.go("/regions");
      assertThat(visitor.find("[data-explore]")).isHidden();
      visitor.page.locator("#kind").selectOption("rocb");
      visitor.find("form[action='/regions'] button").click();
      assertThat(visitor.address()).contains("kind=rocb");
      assertThat(visitor.find("#list li.row")).hasCount(6);

      Locator mark = visitor.find(".map .full a[href='#ROCB-AP']");
      mark.click();
      assertThat(visitor.address()).endsWith("#ROCB-AP");
      visitor.find("#ROCB-AP h3 a").click();
      assertThat(visitor.shown()).isEqualTo("ROCB-AP");

      visitor.find("dl a[href='/regions/AP']").click();
      assertThat(visitor.find("#vc + p a")).isVisible();
      visitor.find("a[href='/regions/member/FJ']").first().click();
      assertThat(visitor.find("#hosts + ul a[href='/regions/body/RTC-FJ']")).isVisible();
      assertThat(visitor.find("dl").first()).containsText("Pacific/Fiji");
      visitor.find("#hosts + ul a[href='/regions/body/RTC-FJ']").click();
      visitor.find("a[href='/calendar/centre/RTC-FJ']").click();
      assertThat(visitor.find("a[href='/regions/body/RTC-FJ']")).isVisible();
    }
  }

  @Test
  void theMapToMoveAboutInComesOnDemandAndFromHereAlone() {
    try (Window visitor = Window.of("en")) {
      List<String> complaints = new ArrayList<>();
      List<String> addresses = new ArrayList<>();
      AtomicLong bytes = new AtomicLong();
      visitor.page.onConsoleMessage(message -> complaints.add(message.text()));
      visitor.page.onPageError(complaints::add);
      visitor.go("/regions");
      // the sign of the window comes when the browser likes
      visitor.page.onResponse(
          answer -> {
            if (!answer.url().endsWith("/mark.svg")) {
              addresses.add(answer.url());
            }
          });
      visitor.page.onRequestFinished(request -> bytes.addAndGet(request.sizes().responseBodySize));
      String host = visitor.page.url().replaceAll("(?<=\\d)/.*", "");

      visitor.find("[data-explore]").press("Enter");
      Locator pins = visitor.find(".live .pin");
      assertThat(visitor.find(".live path.shore").first()).isVisible();
      assertThat(visitor.find("svg.map")).hasCount(0);
      int all = visitor.find("#list [data-at]:not([data-at=''])").count();
      assertThat(pins).hasCount(all);
      assertThat(addresses).hasSize(3).allMatch(address -> address.startsWith(host));
      assertThat(bytes.get()).isBetween(1L, MOST);

      pins.last().press("Enter");
      assertThat(visitor.find(".leaflet-popup a")).isVisible();
      visitor.look("map-explored");
      visitor.find(".live").press("Escape");
      assertThat(visitor.find(".leaflet-popup a")).hasCount(0);
      assertThat(complaints).isEmpty();
    }
  }
}
