package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.attachment.Attachments;
import org.portolan.container.Scenario;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.OpenPractice;
import org.portolan.knowledge.Section;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Documents of an editor become drafts, and nothing is lost where they cannot. */
@ArquillianTest
class FoldersIT {
  private static final String REGION = "WCA";

  @Inject private Folders folders;
  @Inject private PackImports packs;
  @Inject private KnowledgeService knowledge;
  @Inject private Attachments attachments;
  @Inject private Scenario scenario;

  private long editor;
  private String theme;

  @BeforeEach
  void editor() {
    editor = person(REGION);
    theme = scenario.text("SELECT MIN(code) FROM theme");
    as(editor);
  }

  @AfterEach
  void nobody() {
    as(editor);
    folders.list().forEach(folder -> folders.close(folder.id()));
    scenario.asNobody();
  }

  private record Given(String name, byte[] content) implements SentFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  private static Given given(String name, String content) {
    return new Given(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private long send(SentFile... files) throws Exception {
    return folders.send(new Folders.Usual(REGION, "en", theme), List.of(files));
  }

  @Test
  void documentsBecomeDraftsAsTheTableSays() throws Exception {
    String mark = "m" + UUID.randomUUID();
    long id =
        send(
            given(
                "all.csv",
                "file,title,language,licence,source,agreed,contact,year\n"
                    + "one.md,,fr,CC BY 4.0,Douanes,2026-01-02,ask@demo.portolan.example,2024\n"
                    + "two.pdf,Second "
                    + mark
                    + ",,,,,,\n"
                    + "none.md,,,,,,,\n"
                    + "three.md,,xx,,,,,1850\n"),
            given("one.md", "# Premier " + mark + "\n\nTexte *vif*."),
            new Given("two.pdf", MadeDocuments.pdf(List.of("Read " + mark + " here", "and there"))),
            given("three.md", "# Third"),
            given("four.exe", "MZ"));
    FolderRun before = folders.look(id, Language.EN);
    assertThat(before.unread()).isOne();
    assertThat(folders.read(id)).isFalse();
    FolderRun run = folders.look(id, Language.EN);
    assertThat(run.unread()).isZero();
    assertThat(run.rows())
        .extracting(FolderRow::state)
        .containsExactly("ok", "ok", "error", "error", "error");
    assertThat(run.rows().get(2).said())
        .anySatisfy(
            said -> {
              assertThat(said.column()).isEqualTo("file");
              assertThat(said.argument()).isEqualTo("none.md");
            });
    assertThat(run.rows().get(3).line()).isEqualTo(5);
    assertThat(run.rows().get(3).said())
        .extracting(FolderRow.Said::column)
        .contains("language", "year");

    assertThat(folders.take(id, Set.of(1, 2, 3, 4, 5), Language.EN)).isZero();
    FolderRun after = folders.look(id, Language.EN);
    assertThat(after.takable()).isFalse();
    OpenPractice one = knowledge.open(after.rows().get(0).code(), "fr");
    assertThat(one.published()).isFalse();
    assertThat(one.edit().title()).isEqualTo("Premier " + mark);
    assertThat(one.edit().year()).isEqualTo("2024");
    assertThat(one.edit().source().licence()).isEqualTo("cc-by-4.0");
    assertThat(one.edit().body().section(Section.CONTACT)).startsWith("ask@");
    assertThat(one.edit().body().more()).isEqualTo("Texte *vif*.");
    String second = after.rows().get(1).code();
    assertThat(knowledge.open(second, "en").edit().body().more()).contains(mark).contains("there");
    assertThat(attachments.desk(second))
        .singleElement()
        .satisfies(file -> assertThat(file.name()).isEqualTo("two.pdf"));
    folders.take(id, Set.of(1, 2), Language.EN);
    assertThat(folders.look(id, Language.EN).rows().get(0).code())
        .isEqualTo(after.rows().get(0).code());
    folders.close(id);
    assertThat(knowledge.open(second, "en").published()).isFalse();
  }

  @Test
  void whatIsMuchLikeAPublishedOneIsSaid() throws Exception {
    OpenPractice known = known();
    long id =
        send(
            given("all.csv", "file,language\ncopy.md,es\n"),
            given(
                "copy.md",
                "# "
                    + known.edit().title()
                    + "\n\n"
                    + known.edit().summary()
                    + "\n\n"
                    + known.edit().body().whole()));
    FolderRow row = folders.look(id, Language.EN).rows().get(0);
    assertThat(row.similar()).extracting(like -> like.code()).contains("DEMO-PR-049");
    assertThat(row.state()).isEqualTo("warning");
    assertThat(row.takable()).isTrue();
  }

  private OpenPractice known() {
    scenario.asAdministrator();
    OpenPractice known = knowledge.open("DEMO-PR-049", "es");
    as(editor);
    return known;
  }

  @Test
  void onlyEditorsOfTheRegionSeeThem() throws Exception {
    long id = send(given("a.md", "# A"));
    assertThatThrownBy(() -> packs.look(id)).isInstanceOf(NotFound.class);
    as(person("EUR"));
    assertThat(folders.list()).isEmpty();
    assertThatThrownBy(() -> folders.look(id, Language.EN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> folders.take(id, Set.of(1), Language.EN)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer("XS"), "XS");
    assertThatThrownBy(() -> folders.list()).isInstanceOf(NotAllowed.class);
  }

  private long person(String region) {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(region));
    return person;
  }

  private void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }
}
