package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portolan.knowledge.ShownLink.Days;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.ItemTitles;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.region.Belonging;

/**
 * What practices are connected to, from both ends. Nobody is shown a link to what they may not
 * read: titles come from the index, which knows for whom an item is, and cost the database nothing.
 */
@ApplicationScoped
public class PracticeLinks {
  private static final int FOUND = 8;
  private static final int SHOWN = 12;

  /** Some of these may be for others. */
  private static final int LOOKED_AT = 50;

  @Inject private PracticeRepository practices;
  @Inject private KnowledgePermissions permissions;
  @Inject private ItemTitles titles;
  @Inject private Search search;
  @Inject private Belonging belonging;

  /** Those that lead to something whoever asks may read; legal texts always. */
  public List<ShownLink> visible(Collection<PracticeLink> links, Language reader) {
    return all(links, reader).stream()
        .filter(each -> each.link().instrument() || !each.address().isEmpty())
        .toList();
  }

  /**
   * All of them, as editors see them. While the index cannot answer none is said to be broken, and
   * those to items have no title.
   */
  public List<ShownLink> all(Collection<PracticeLink> links, Language reader) {
    List<ItemTitles.Ref> wanted =
        links.stream().filter(each -> !each.instrument()).map(PracticeLinks::ref).toList();
    Optional<Map<ItemTitles.Ref, ItemTitles.Item>> known =
        wanted.isEmpty()
            ? Optional.empty()
            : titles.of(wanted, reader.code(), belonging.visibility());
    return links.stream()
        .map(
            link ->
                link.instrument()
                    ? new ShownLink(link, link.citation(), "", link.address(), null, false)
                    : shown(link, known))
        .toList();
  }

  private static ShownLink shown(
      PracticeLink link, Optional<Map<ItemTitles.Ref, ItemTitles.Item>> known) {
    ItemTitles.Item item = known.map(items -> items.get(ref(link))).orElse(null);
    return item == null
        ? new ShownLink(link, link.target(), "", "", null, known.isPresent())
        : new ShownLink(
            link, item.title(), item.language(), item.path(), Days.of(item.details()), false);
  }

  private static ItemTitles.Ref ref(PracticeLink link) {
    return link.kind() == LinkKind.SESSION
        ? ItemTitles.Ref.numbered(link.kind().code(), link.target())
        : ItemTitles.Ref.coded(link.kind().code(), link.target());
  }

  /**
   * What an editor may connect a practice to, by its code or words of its title.
   *
   * @param own code of the practice, which leads nowhere but to itself; null for a new one
   */
  public List<ShownLink> find(String words, Language reader, String own) {
    permissions.requireEditor();
    if (words.isEmpty()) {
      return List.of();
    }
    SearchQuery.Builder query =
        SearchQuery.of(words, reader.code())
            .visibleTo(belonging.visibility())
            .snippets(false)
            .limit(FOUND);
    Stream.of(LinkKind.COURSE, LinkKind.SESSION, LinkKind.PRACTICE)
        .forEach(kind -> query.filter(SearchDocument.TYPE, kind.code()));
    return search.search(query.build()).hits().stream()
        .filter(hit -> !hit.code().equals(own))
        .map(PracticeLinks::offered)
        .toList();
  }

  private static ShownLink offered(SearchResult.Hit hit) {
    LinkKind kind = LinkKind.of(hit.kind()).orElseThrow();
    String target = kind == LinkKind.SESSION ? String.valueOf(hit.id()) : hit.code();
    return new ShownLink(
        PracticeLink.to(kind, target, ""),
        hit.title(),
        hit.titleLanguage(),
        hit.path(),
        Days.of(hit.details()),
        false);
  }

  /** Published practices that name an item and that whoever asks may read, the newest first. */
  @Transactional
  public List<LinkingPractice> on(LinkKind kind, String target, Language reader) {
    return practices.linking(kind.code(), target, LOOKED_AT).stream()
        .filter(permissions::reads)
        .limit(SHOWN)
        .map(practice -> linking(practice, kind, target, reader))
        .toList();
  }

  private static LinkingPractice linking(
      Practice practice, LinkKind kind, String target, Language reader) {
    PracticeText title = practice.textFor(reader.code());
    return new LinkingPractice(
        practice.code(),
        title.title(),
        title.language(),
        practice.links().stream()
            .filter(link -> link.kind() == kind && link.target().equals(target))
            .map(PracticeLink::relation)
            .findFirst()
            .orElse(LinkRelation.RELATED));
  }
}
