package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;

/** Passkeys with the virtual authenticator of the browser, at an address with a name. */
class PasskeyJourneyIT {
  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    application = PackagedApplication.startWithName("passkeys");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @CsvSource({"en,uatesoni.manusela", "ar,sonia.zahrawi"})
  void aPasskeyIsAddedUsedInEveryPlaceAndRemoved(String language, String who) {
    try (Window owner = Window.of(application, language)) {
      device(owner);
      owner.go("/sign-in?to=/account/security");
      owner.look("sign-in-with-passkeys");
      owner.signIn(who);
      owner.find("#name").fill("My <phone>");
      owner.find("#passkey button").click();
      assertThat(owner.find(".codes li")).hasCount(10);
      assertThat(owner.find("button[name=remove]")).hasCount(1);
      owner.look("security-with-passkey");

      // alone
      signOut(owner);
      owner.go("/sign-in?to=/account/security");
      owner.find("form[data-passkey] button").click();
      assertThat(owner.find("button[name=remove]")).hasCount(1);

      // after the password
      signOut(owner);
      owner.go("/sign-in?to=/account/security");
      owner.find("#email").fill(who + "@demo.portolan.example");
      owner.find("#password").fill(PackagedApplication.PASSWORD);
      owner.find("#go").click();
      owner.page.waitForURL("**/sign-in/code**");
      owner.look("second-step-with-passkey");
      owner.find("form[data-passkey] button").click();
      assertThat(owner.find("button[name=remove]")).hasCount(1);

      // as a proof
      owner.go("/account/confirm?to=/account/security");
      assertThat(owner.find("#password")).hasCount(0);
      owner.look("confirm-with-passkey");
      owner.find("form[data-passkey] button").click();
      owner.page.waitForURL("**/account/security");

      owner.find("button[name=remove]").click();
      assertThat(owner.find("button[name=remove]")).hasCount(0);
    }
  }

  @Test
  void anAnswerCountsOnceAndACopyOfAKeyIsNoticed() {
    try (Window owner = Window.of(application, "en")) {
      CDPSession browser = owner.page.context().newCDPSession(owner.page);
      String device = device(browser);
      owner.go("/sign-in?to=/account/security");
      owner.signIn("ruben.varholmen");
      owner.find("#name").fill("Key");
      owner.find("#passkey button").click();
      assertThat(owner.find(".codes li")).hasCount(10);
      signOut(owner);

      AtomicReference<String> sent = new AtomicReference<>();
      owner.page.onRequest(
          (Request request) -> {
            if (request.method().equals("POST") && request.url().endsWith("/sign-in")) {
              sent.set(request.postData());
            }
          });
      owner.go("/sign-in?to=/account/security");
      owner.find("form[data-passkey] button").click();
      assertThat(owner.find("button[name=remove]")).hasCount(1);
      signOut(owner);
      String again = credential(sent.get());
      assertThat(
              owner
                  .page
                  .request()
                  .post(
                      application.url("/sign-in"),
                      RequestOptions.create()
                          .setForm(FormData.create().set("to", "/").set("credential", again)))
                  .text())
          .contains("This passkey could not be accepted");

      JsonObject key = credential(browser, device);
      key.addProperty("signCount", 0);
      browser.send("WebAuthn.clearCredentials", of(device));
      JsonObject copy = of(device);
      copy.add("credential", key);
      browser.send("WebAuthn.addCredential", copy);
      owner.go("/sign-in?to=/account/security");
      owner.find("form[data-passkey] button").click();
      assertThat(owner.find(".note.err")).containsText("This passkey could not be accepted");
    }
  }

  private static void device(Window window) {
    device(window.page.context().newCDPSession(window.page));
  }

  private static String device(CDPSession browser) {
    browser.send("WebAuthn.enable", new JsonObject());
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject added = new JsonObject();
    added.add("options", options);
    return browser
        .send("WebAuthn.addVirtualAuthenticator", added)
        .get("authenticatorId")
        .getAsString();
  }

  private static JsonObject credential(CDPSession browser, String device) {
    return browser
        .send("WebAuthn.getCredentials", of(device))
        .getAsJsonArray("credentials")
        .get(0)
        .getAsJsonObject();
  }

  private static JsonObject of(String device) {
    JsonObject authenticator = new JsonObject();
    authenticator.addProperty("authenticatorId", device);
    return authenticator;
  }

  private static String credential(String form) {
    String value = form.replaceAll(".*credential=([^&]*).*", "$1");
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static void signOut(Window window) {
    window.page.locator("header .menu summary").last().click();
    window.page.locator("header form[action='/sign-out'] button").click();
    assertThat(window.page.locator("header a[href='/sign-in']")).isVisible();
  }
}
