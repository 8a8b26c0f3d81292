package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.LoopbackProvider.Mood;

/** Signing in at one's administration, with a provider that is honest and one that is not. */
class OidcIT {
  private static final String DOMAIN = "demo.portolan.example";
  private static final Pattern ROW = Pattern.compile("/desk/sign-in-providers/(\\d+)\"");

  private static PackagedApplication application;
  private static LoopbackProvider provider;
  private static Visitor administrator;
  private static String id;

  private final Visitor visitor = new Visitor(application);

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    provider = new LoopbackProvider();
    administrator = Visitor.signedIn(application, "admin");
    HttpResponse<String> added =
        administrator.post("/desk/sign-in-providers/new", settings("active", "1"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
    Matcher row = ROW.matcher(administrator.get("/desk/sign-in-providers").body());
    assertThat(row.find()).isTrue();
    id = row.group(1);
    assertThat(administrator.post("/desk/sign-in-providers/" + id, Map.of("test", "1")).body())
        .contains("The provider answers as it should.")
        .doesNotContain(LoopbackProvider.SECRET);
  }

  @AfterAll
  static void stop() {
    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"")
            .matcher(administrator.get("/desk/sign-in-providers/" + id).body());
    assertThat(version.find()).isTrue();
    assertThat(
            administrator
                .post("/desk/sign-in-providers/" + id, settings("version", version.group(1)))
                .statusCode())
        .isEqualTo(302);
    provider.close();
  }

  @AfterEach
  void honestAgain() {
    provider.be(Mood.HONEST);
  }

  @Test
  void whoeverIsKnownByAVerifiedAddressComesInAndStaysKnownByTheirSubject() {
    HttpResponse<String> in = come(visitor, who("abdou", "abdou.bassole@" + DOMAIN, true));
    assertThat(location(in)).endsWith("/account");
    assertThat(visitor.get("/account").body()).contains("abdou.bassole@" + DOMAIN);

    Visitor later = new Visitor(application);
    assertThat(location(come(later, who("abdou", "another@elsewhere.example", false))))
        .endsWith("/account");
    assertThat(later.get("/account").body()).contains("abdou.bassole@" + DOMAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "unverified, ousmane.nianzoro@demo.portolan.example, false",
    "elsewhere, ousmane.nianzoro@elsewhere.example, true",
    "nobody, nobody-at-all@demo.portolan.example, true",
    // an officer of another Member than the provider's
    "foreign, bruno.caldeirano@demo.portolan.example, true"
  })
  void nobodyElseComesIn(String subject, String email, boolean verified) {
    HttpResponse<String> out = come(visitor, who(subject, email, verified));
    assertThat(out.body())
        .contains("you have no account here yet", "href=\"/sign-in?to=%2Faccount");
    assertThat(location(visitor.get("/account"))).contains("/sign-in");
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER_NONCE, could not be believed",
    "OTHER_AUDIENCE, could not be believed",
    "TWO_AUDIENCES, could not be believed",
    "OTHER_ISSUER, could not be believed",
    "SHARED_KEY, could not be believed",
    "UNSIGNED, could not be believed",
    "STRANGE_KEY, could not be believed",
    "EXPIRED, The clock of your administration",
    "FROM_THE_FUTURE, The clock of your administration",
    "DOWN, does not answer just now"
  })
  void aProviderThatAnswersInTheWrongWayOpensNothing(Mood mood, String said) {
    provider.be(mood);
    HttpResponse<String> out = come(visitor, who("isaura", "isaura.tavarino@" + DOMAIN, true));
    assertThat(out.body()).contains(said, "you can still sign in with it");
    assertThat(location(visitor.get("/account"))).contains("/sign-in");
  }

  @Test
  void aKeyThatWasChangedIsAskedFor() {
    provider.rotate();
    assertThat(location(come(visitor, who("adjoua", "adjoua.farota@" + DOMAIN, true))))
        .endsWith("/account");
  }

  @Test
  void aJourneyComesBackOnceAndInItsOwnBrowser() {
    String back = provider.signIn(away(visitor), who("adjoua", "adjoua.farota@" + DOMAIN, true));
    String path = back.replaceFirst("^https?://[^/]+", "");
    assertThat(new Visitor(application).get(path).body()).contains("began in another browser");
    Visitor thief = visitor.copy();
    assertThat(location(visitor.get(path))).endsWith("/account");
    assertThat(thief.get(path).body()).contains("was used already");
  }

  @Test
  void whatTheProviderWritesIsShownToNobody() {
    String state = state(away(visitor));
    HttpResponse<String> out =
        visitor.get(
            "/sign-in/back?state="
                + state
                + "&error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body()).contains("did not let you through").doesNotContain("<script>alert(1)");
  }

  @Test
  void theDomainDecidesAndNotTheAccount() {
    for (String email : new String[] {"trainee@" + DOMAIN, "nobody-of-the-world@" + DOMAIN}) {
      assertThat(find(email).body()).contains("Go on to Customs of Sankoro");
    }
    assertThat(find("trainee@elsewhere.example").body())
        .contains("No administration signs people in for this address.");
  }

  @Test
  void theWayBackLeadsToPagesOfThisSiteAlone() {
    HttpResponse<String> away =
        visitor.get("/sign-in/with?provider=" + id + "&to=https%3A%2F%2Fevil.example%2F");
    String back = provider.signIn(location(away), who("adjoua", "adjoua.farota@" + DOMAIN, true));
    assertThat(location(visitor.get(back.replaceFirst("^https?://[^/]+", ""))))
        .doesNotContain("evil")
        .matches("(https?://127\\.0\\.0\\.1:\\d+)?/");
  }

  @Test
  void whoeverAProviderKnowsShowsThereAgainWhoTheyAre() {
    Map<String, Object> who = who("lamine", "trainee@" + DOMAIN, true);
    assertThat(location(come(visitor, who))).endsWith("/account");
    assertThat(visitor.get("/account/confirm?to=/account/tokens").body())
        .contains("provider=" + id, "prove=1");
    Visitor before = visitor.copy();

    String asked = location(proving());
    assertThat(asked).contains("&prompt=login&max_age=0");
    long now = Instant.now().getEpochSecond();
    assertThat(prove(asked, with(who, "auth_time", now - 3600)).body())
        .contains("did not say that you showed there just now");
    assertThat(prove(location(proving()), who).body())
        .contains("did not say that you showed there just now");
    assertThat(
            prove(
                    location(proving()),
                    with(who("adjoua", "adjoua.farota@" + DOMAIN, true), "auth_time", now))
                .body())
        .contains("did not say that you showed there just now");
    assertThat(before.get("/account").statusCode()).isEqualTo(200);

    HttpResponse<String> proved = prove(location(proving()), with(who, "auth_time", now));
    assertThat(location(proved)).endsWith("/account/tokens");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    assertThat(location(before.get("/account"))).as("the token is another").contains("/sign-in");
  }

  @Test
  void nobodyShowsWhoTheyAreAtAProviderThatDoesNotKnowThem() {
    Visitor coordinator = Visitor.signedIn(application, "coordinator");
    assertThat(coordinator.get("/sign-in/with?prove=1&provider=" + id).statusCode()).isEqualTo(403);
    assertThat(location(visitor.get("/sign-in/with?prove=1&provider=" + id))).contains("/sign-in");
  }

  private HttpResponse<String> proving() {
    return visitor.get("/sign-in/with?prove=1&provider=" + id + "&to=/account/tokens");
  }

  private HttpResponse<String> prove(String address, Map<String, Object> who) {
    return visitor.get(provider.signIn(address, who).replaceFirst("^https?://[^/]+", ""));
  }

  private static Map<String, Object> with(Map<String, Object> who, String claim, Object value) {
    Map<String, Object> more = new TreeMap<>(who);
    more.put(claim, value);
    return more;
  }

  private HttpResponse<String> find(String email) {
    return new Visitor(application)
        .postFaces("/sign-in", "signin", "find", Map.of("email", email, "password", ""));
  }

  private static HttpResponse<String> come(Visitor visitor, Map<String, Object> who) {
    return visitor.get(provider.signIn(away(visitor), who).replaceFirst("^https?://[^/]+", ""));
  }

  private static String away(Visitor visitor) {
    HttpResponse<String> away = visitor.get("/sign-in/with?provider=" + id + "&to=/account");
    assertThat(location(away)).startsWith(provider.issuer() + "/authorize?");
    assertThat(away.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-portolan-away=")
        .contains("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600");
    return location(away);
  }

  private static String state(String address) {
    return address.replaceAll(".*[?&]state=([^&]*).*", "$1");
  }

  private static Map<String, Object> who(String subject, String email, boolean verified) {
    return Map.of("sub", subject, "email", email, "email_verified", verified);
  }

  private static Map<String, String> settings(String name, String value) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "name",
                "Customs of Sankoro",
                "member",
                "xs",
                "issuer",
                provider.issuer(),
                "client",
                LoopbackProvider.CLIENT,
                "secret",
                LoopbackProvider.SECRET,
                "domains",
                DOMAIN,
                "acr",
                ""));
    settings.put(name, value);
    return settings;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.body());
  }
}
