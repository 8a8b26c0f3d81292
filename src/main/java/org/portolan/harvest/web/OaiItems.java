package org.portolan.harvest.web;

import io.gdcc.xoai.dataprovider.exceptions.handler.HandlerException;
import io.gdcc.xoai.dataprovider.exceptions.handler.IdDoesNotExistException;
import io.gdcc.xoai.dataprovider.exceptions.handler.NoMatchesException;
import io.gdcc.xoai.dataprovider.filter.ScopedFilter;
import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.ItemIdentifier;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.ResultsPage;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.harvest.Harvest;
import org.portolan.harvest.HarvestPage;
import org.portolan.harvest.HarvestQuery;
import org.portolan.harvest.HarvestRecord;
import org.portolan.platform.search.SearchDocument;

/**
 * The records, for one request of the protocol. A resumption token carries as its offset the place
 * of the last record of a page instead of a count: what changes while somebody gathers moves behind
 * what they have, and nothing is passed over. How many stand before a page is kept for {@link
 * #before}.
 */
final class OaiItems implements ItemRepository {
  private static final Pattern IDENTIFIER = Pattern.compile("oai:([^:]+):([a-z]+)/([0-9]{1,18})");

  private final Harvest harvest;
  private final String host;
  private final Map<String, Function<SearchDocument, String>> formats;
  private long before;

  /**
   * @param host of this installation, by which identifiers begin
   * @param formats how an item is written, by prefix
   */
  OaiItems(Harvest harvest, String host, Map<String, Function<SearchDocument, String>> formats) {
    this.harvest = harvest;
    this.host = host;
    this.formats = formats;
  }

  long before() {
    return before;
  }

  @Override
  public ItemIdentifier getItemIdentifier(String identifier) throws IdDoesNotExistException {
    return new Told(find(identifier), null);
  }

  @Override
  public Item getItem(String identifier, MetadataFormat format) throws HandlerException {
    return new Told(find(identifier), format);
  }

  private HarvestRecord find(String identifier) throws IdDoesNotExistException {
    Matcher parts = IDENTIFIER.matcher(identifier);
    if (!parts.matches() || !parts.group(1).equals(host)) {
      throw new IdDoesNotExistException();
    }
    return harvest
        .find(parts.group(2), Long.parseLong(parts.group(3)))
        .orElseThrow(IdDoesNotExistException::new);
  }

  @Override
  public ResultsPage<ItemIdentifier> getItemIdentifiers(
      List<ScopedFilter> filters, MetadataFormat format, int size, ResumptionToken.Value token)
      throws HandlerException {
    return page(size, token, each -> new Told(each, null));
  }

  @Override
  public ResultsPage<Item> getItems(
      List<ScopedFilter> filters, MetadataFormat format, int size, ResumptionToken.Value token)
      throws HandlerException {
    return page(size, token, each -> new Told(each, format));
  }

  private <T> ResultsPage<T> page(
      int size, ResumptionToken.Value token, Function<HarvestRecord, T> told)
      throws HandlerException {
    long after = token.hasOffset() ? token.getOffset() : 0;
    Instant end = end(token.getUntil());
    HarvestPage page =
        harvest.page(new HarvestQuery(token.getFrom(), end, token.getSetSpec(), after), size);
    List<HarvestRecord> records = page.records();
    if (records.isEmpty()) {
      throw new NoMatchesException();
    }
    before = page.before();
    // the library adds the size of the page to where it began, and comes to the place of the last
    long reached = records.get(records.size() - 1).place() - records.size();
    ResumptionToken.Value began =
        new ResumptionToken.ValueBuilder()
            .withMetadataPrefix(token.getMetadataPrefix())
            .withSetSpec(token.getSetSpec())
            .withFrom(token.getFrom())
            .withUntil(end)
            .withOffset(reached)
            .build();
    return new ResultsPage<>(began, page.more(), records.stream().map(told).toList(), page.total());
  }

  /**
   * The moment before which something changed: the library adds a second to a moment that was given
   * to the second, and goes to the last instant of a day that was given as a day.
   */
  private static Instant end(Instant until) {
    return until == null || until.getNano() == 0
        ? until
        : until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private final class Told implements Item {
    private final HarvestRecord record;
    private final MetadataFormat format;

    private Told(HarvestRecord record, MetadataFormat format) {
      this.record = record;
      this.format = format;
    }

    @Override
    public String getIdentifier() {
      return "oai:" + host + ":" + record.kind() + "/" + record.entityId();
    }

    @Override
    public Instant getDatestamp() {
      return record.changedAt();
    }

    @Override
    public List<Set> getSets() {
      return record.sets().stream().map(Set::new).toList();
    }

    @Override
    public boolean isDeleted() {
      return record.gone();
    }

    @Override
    public Metadata getMetadata() {
      String xml = formats.get(format.getPrefix()).apply(record.item().orElseThrow());
      return Metadata.copyFromStream(
          new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
