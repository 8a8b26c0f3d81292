package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.attachment.Attachments;
import org.portolan.collection.CollectionEdit;
import org.portolan.collection.CollectionText;
import org.portolan.collection.Collections;
import org.portolan.container.Scenario;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.OpenPractice;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.PracticeWorkflow;
import org.portolan.knowledge.Section;
import org.portolan.knowledge.Source;
import org.portolan.office.Office;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.web.NotFound;

/** What leaves as a pack comes in again as it was, and nothing that its reader may not read. */
@ArquillianTest
class PackIT {
  private static final String REGION = "WCA";

  @Inject private PackExport export;
  @Inject private ReadingPack reading;
  @Inject private PackImports packs;
  @Inject private Collections collections;
  @Inject private Attachments attachments;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private FileStore files;
  @Inject private Installation installation;
  @Inject private Scenario scenario;

  private long author;
  private long colleague;

  @BeforeEach
  void twoEditors() {
    author = editor(REGION);
    colleague = editor(REGION);
    clearTheDesk();
  }

  @AfterEach
  void nobody() {
    clearTheDesk();
    scenario.asNobody();
  }

  /** Other tests leave something there too. */
  private void clearTheDesk() {
    as(author);
    packs.list().forEach(pack -> packs.close(pack.id()));
  }

  @Test
  void whatLeavesComesInAsItWas() throws Exception {
    String open = published("all", "Seals of " + UUID.randomUUID());
    String narrow = published("region", "Ports of " + UUID.randomUUID());
    long collection = collection(open, narrow);
    byte[] sent = written(collection);
    assertThat(written(collection)).as("the same content makes the same bytes").isEqualTo(sent);
    scenario.asNobody();
    assertThat(Manifest.read(entries(written(collection)).get("manifest.json")).practices())
        .singleElement()
        .satisfies(each -> assertThat(each.id()).endsWith("/knowledge/" + open));
    as(author);

    byte[] foreign = from("https://there" + UUID.randomUUID() + ".example", sent, text -> text);
    long id = packs.send(REGION, "../there/pack.zip", new ByteArrayInputStream(foreign));
    DryRun run = packs.look(id);
    assertThat(run.refused()).isNull();
    assertThat(run.pack().name()).isEqualTo("pack.zip");
    assertThat(run.practices()).extracting(Arriving::arrival).containsOnly(Arrival.NEW);
    assertThat(packs.take(id, Set.of(1, 2))).isZero();

    DryRun after = packs.look(id);
    assertThat(after.practices()).extracting(Arriving::arrival).containsOnly(Arrival.SAME);
    assertThat(after.practices()).allMatch(Arriving::taken);
    assertThat(after.practices()).allMatch(each -> each.notTaken().isEmpty());
    List<String> codes = after.practices().stream().map(Arriving::code).toList();
    for (String code : codes) {
      OpenPractice draft = knowledge.open(code, "en");
      assertThat(draft.published()).isFalse();
      assertThat(draft.edit().source().consentFrom()).isEqualTo("Customs of there");
      assertThat(knowledge.open(code, "fr").stale()).isTrue();
      assertThat(attachments.desk(code)).hasSize(1);
      handIn(code);
      publish(code);
    }
    as(author);
    assertThat(collections.open(after.collection()).edit().codes()).isEqualTo(codes);
    collections.publish(after.collection(), collections.open(after.collection()).version());

    Map<String, byte[]> before = entries(foreign);
    Map<String, byte[]> again = entries(written(after.collection()));
    assertThat(again.keySet()).isEqualTo(before.keySet());
    before.keySet().stream()
        .filter(name -> !name.equals(PackFormat.MANIFEST))
        .forEach(name -> assertThat(again.get(name)).as(name).isEqualTo(before.get(name)));
    Manifest one = Manifest.read(before.get(PackFormat.MANIFEST));
    Manifest other = Manifest.read(again.get(PackFormat.MANIFEST));
    assertThat(other.practices()).isEqualTo(one.practices());
    assertThat(other.collection()).isEqualTo(one.collection());
    packs.close(id);
    assertThatThrownBy(() -> packs.look(id)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsNewerThereIsToldFromWhatWasChangedHere() throws Exception {
    String title = "Cranes of " + UUID.randomUUID();
    byte[] sent = written(collection(published("all", title)));
    String there = "https://there" + UUID.randomUUID() + ".example";
    long id =
        packs.send(REGION, "1.zip", new ByteArrayInputStream(from(there, sent, text -> text)));
    packs.take(id, Set.of(1));
    String code = packs.look(id).practices().get(0).code();

    byte[] later = from(there, sent, text -> text.replace("What we did", "What we did since"));
    long next = packs.send(REGION, "2.zip", new ByteArrayInputStream(later));
    assertThat(arrival(next)).isEqualTo(Arrival.NEWER);
    OpenPractice draft = knowledge.open(code, "en");
    knowledge.save(code, draft.base(), edit("all", "Ours now"), true);
    assertThat(arrival(id)).isEqualTo(Arrival.OLDER);
    assertThat(arrival(next)).isEqualTo(Arrival.DIFFERS);
    packs.take(next, Set.of());
    assertThat(knowledge.open(code, "en").edit().title()).isEqualTo("Ours now");
    packs.take(next, Set.of(1));
    assertThat(knowledge.open(code, "en").edit().title()).isEqualTo(title);
    assertThat(knowledge.open(code, "en").edit().body().section(Section.DONE))
        .isEqualTo("What we did since");
    assertThat(arrival(next)).isEqualTo(Arrival.SAME);
    handIn(code);
    assertThat(packs.look(next).practices().get(0).refusal()).isEqualTo("not-now");

    long far = editor("EUR");
    as(far);
    long elsewhere = packs.send("EUR", "3.zip", new ByteArrayInputStream(later));
    assertThat(packs.look(elsewhere).practices().get(0).refusal()).isEqualTo("elsewhere");
    assertThat(packs.look(elsewhere).practices().get(0).code()).isNull();
    packs.take(elsewhere, Set.of(1));
    assertThatThrownBy(() -> packs.look(next)).isInstanceOf(NotFound.class);
    packs.close(elsewhere);
  }

  @Test
  void whatIsForOthersAloneIsNotTakenIntoAnotherRegion() throws Exception {
    byte[] sent =
        written(
            collection(
                published("region", "A " + UUID.randomUUID()),
                published("all", "B " + UUID.randomUUID())));
    as(editor("EUR"));
    long id =
        packs.send(
            "EUR",
            "x.zip",
            new ByteArrayInputStream(
                from("https://there" + UUID.randomUUID() + ".example", sent, text -> text)));
    DryRun run = packs.look(id);
    assertThat(run.practices().get(0).refusal()).isEqualTo("readers");
    assertThat(run.practices().get(1).remarks()).contains("moved");
    packs.take(id, Set.of(1, 2));
    assertThat(packs.look(id).practices().get(0).code()).isNull();
    String code = packs.look(id).practices().get(1).code();
    assertThat(knowledge.open(code, "en").edit().region()).isEqualTo("EUR");
    packs.close(id);
  }

  @Test
  void whatComesHomeIsKnown() throws Exception {
    long collection = collection(published("all", "Home " + UUID.randomUUID()));
    long id = packs.send(REGION, "x.zip", new ByteArrayInputStream(written(collection)));
    assertThat(arrival(id)).isEqualTo(Arrival.SAME);
    packs.take(id, Set.of(1));
    assertThat(packs.look(id).collection()).isNull();
  }

  @Test
  void aFileThatIsNotWhatItWasIsLeftAndSaidToBe() throws Exception {
    byte[] sent = written(collection(published("all", "Damaged " + UUID.randomUUID())));
    String there = "https://there" + UUID.randomUUID() + ".example";
    byte[] foreign =
        rewritten(
            sent,
            (name, content) -> {
              if (name.startsWith("files/")) {
                byte[] other = content.clone();
                other[other.length / 2] ^= 1;
                return other;
              }
              return name.equals(PackFormat.MANIFEST) ? moved(there, content) : content;
            });
    long id = packs.send(REGION, "x.zip", new ByteArrayInputStream(foreign));
    packs.take(id, Set.of(1));
    Arriving taken = packs.look(id).practices().get(0);
    assertThat(taken.taken()).isTrue();
    assertThat(taken.notTaken()).hasSize(1);
    assertThat(attachments.desk(taken.code())).isEmpty();
  }

  @Test
  void onlyEditorsOfTheRegionSendAndNoMoreThanThereIsRoomFor() throws Exception {
    byte[] odd = "no zip".getBytes(StandardCharsets.UTF_8);
    long id = packs.send(REGION, "odd.zip", new ByteArrayInputStream(odd));
    assertThat(packs.look(id).refused().reason()).isEqualTo(RefusedPack.Reason.BROKEN);
    assertThatThrownBy(() -> packs.take(id, Set.of(1))).isInstanceOf(RefusedPack.class);
    assertThatThrownBy(() -> packs.send("EUR", "x.zip", new ByteArrayInputStream(odd)))
        .isInstanceOf(NotFound.class);
    for (int i = 1; i < PackSteps.MOST; i++) {
      packs.send(REGION, "odd.zip", new ByteArrayInputStream(odd));
    }
    assertThat(packs.room(REGION)).isFalse();
    assertThatThrownBy(() -> packs.send(REGION, "x.zip", new ByteArrayInputStream(odd)))
        .isInstanceOf(NotFound.class);
    as(editor("EUR"));
    assertThat(packs.list()).isEmpty();
    assertThatThrownBy(() -> packs.close(id)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer("XS"), "XS");
    assertThatThrownBy(() -> packs.list()).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> packs.look(id)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void theReadingPackHasAPageForEachPracticeAndLanguageWithItsLicence() throws Exception {
    String title = "Read <b>me</b> " + UUID.randomUUID();
    String code = published("all", title);
    long collection = collection(code, published("region", "Hidden " + UUID.randomUUID()));
    scenario.asNobody();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reading.write(reading.plan(collection), out);
    Map<String, byte[]> pages = entries(out.toByteArray());
    assertThat(pages.keySet())
        .containsExactlyInAnyOrder(
            "style.css",
            "index.html",
            "en/index.html",
            "en/001.html",
            "fr/index.html",
            "fr/001.html",
            "files/001-01.pdf");
    String page = new String(pages.get("en/001.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<html lang=\"en\" dir=\"ltr\">")
        .contains("Read &lt;b&gt;me&lt;/b&gt;")
        .contains("https://creativecommons.org/licenses/by/4.0/")
        .contains("Customs of there")
        .contains("../files/001-01.pdf")
        .contains("../fr/001.html")
        .contains(installation.baseUrl() + "/knowledge/" + code)
        .doesNotContain("<script", "javascript:", "href=\"/");
    assertThat(new String(pages.get("en/index.html"), StandardCharsets.UTF_8))
        .doesNotContain("Hidden");
  }

  private Arrival arrival(long id) {
    return packs.look(id).practices().get(0).arrival();
  }

  private byte[] written(long collection) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(export.plan(collection), out);
    return out.toByteArray();
  }

  private interface Rewriting {
    byte[] of(String name, byte[] content);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.put(entry.getName(), in.readAllBytes());
      }
    }
    return all;
  }

  private static byte[] rewritten(byte[] zip, Rewriting rewriting) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream copy = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : entries(zip).entrySet()) {
        copy.putNextEntry(new ZipEntry(each.getKey()));
        copy.write(rewriting.of(each.getKey(), each.getValue()));
        copy.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private byte[] moved(String origin, byte[] manifest) {
    return new String(manifest, StandardCharsets.UTF_8)
        .replace(installation.baseUrl(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private interface Words {
    String of(String text);
  }

  /** The same as another installation would have written it, with other words. */
  private byte[] from(String origin, byte[] zip, Words words) throws IOException {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    String[] manifest = {""};
    entries(zip)
        .forEach(
            (name, content) -> {
              if (name.equals(PackFormat.MANIFEST)) {
                manifest[0] = new String(moved(origin, content), StandardCharsets.UTF_8);
              } else if (name.endsWith(".json")) {
                changed.put(
                    name,
                    words
                        .of(new String(content, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
              } else {
                changed.put(name, content);
              }
            });
    for (Map.Entry<String, byte[]> each : entries(zip).entrySet()) {
      if (each.getKey().endsWith(".json") && changed.containsKey(each.getKey())) {
        manifest[0] =
            manifest[0].replace(
                PackFormat.hash(each.getValue()), PackFormat.hash(changed.get(each.getKey())));
      }
    }
    String whole = manifest[0];
    return rewritten(
        zip,
        (name, content) ->
            name.equals(PackFormat.MANIFEST)
                ? whole.getBytes(StandardCharsets.UTF_8)
                : changed.get(name));
  }

  private long collection(String... codes) throws Exception {
    as(author);
    long id =
        collections.add(
            new CollectionEdit(
                REGION,
                Map.of(
                    "en", new CollectionText("Packed", "Words"),
                    "fr", new CollectionText("Emballé", "")),
                List.of(codes)));
    collections.publish(id, collections.open(id).version());
    return id;
  }

  /** In two languages, of which the other is behind, with a file. */
  private String published(String readers, String title) throws Exception {
    as(author);
    String code = knowledge.draft(edit(readers, "First words"));
    PracticeEdit french =
        new PracticeEdit(
            REGION,
            null,
            edit(readers, title).theme(),
            "2025",
            "fr",
            "En français",
            "Résumé",
            body("Fait"),
            edit(readers, title).source());
    knowledge.save(code, knowledge.open(code, "fr").base(), french, true);
    knowledge.save(code, knowledge.open(code, "en").base(), edit(readers, title), true);
    byte[] pdf = MadeDocuments.pdf(List.of("Of " + title.replaceAll("[^A-Za-z0-9 -]", "")));
    attachments.add(
        code,
        "en",
        "Manual",
        "manual.pdf",
        files.keep(new ByteArrayInputStream(pdf), FileRules.document(20)));
    knowledge.handIn(code, knowledge.open(code, "en").base(), edit(readers, title), true, "");
    publish(code);
    return code;
  }

  private void handIn(String code) throws Exception {
    as(author);
    OpenPractice draft = knowledge.open(code, "en");
    knowledge.handIn(code, draft.base(), draft.edit(), true, "");
  }

  private void publish(String code) {
    as(colleague);
    workflow.approve(code, workflow.standing(code, Language.EN).version());
    as(author);
  }

  private long editor(String region) {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(region));
    return person;
  }

  private void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }

  private PracticeEdit edit(String readers, String title) {
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2025",
        "en",
        title,
        "About it",
        body("What we did"),
        new Source("cc-by-4.0", "Customs of there", "2026-01-02", readers));
  }

  private static PracticeBody body(String done) {
    return new PracticeBody(
        Map.of(
            Section.CONTEXT, "Where, see [it](/knowledge)",
            Section.PROBLEM, "Why",
            Section.DONE, done,
            Section.RESULT, "With *what*"),
        "");
  }
}
