package org.portolan.harvest.web;

import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.dataprovider.model.Context;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.Repository;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import io.gdcc.xoai.model.oaipmh.verbs.ListIdentifiers;
import io.gdcc.xoai.model.oaipmh.verbs.ListRecords;
import io.gdcc.xoai.xml.XmlWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.portolan.harvest.Harvest;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;

/**
 * OAI-PMH 2.0: how other libraries gather the descriptions of practices and courses, all or what
 * changed since they last asked. Errors of the protocol are answers of it, with status 200.
 */
@OpenTo("everyone")
@WebServlet("/oai")
public class OaiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int RECORDS = 100;
  private static final int IDENTIFIERS = 500;
  private static final int SETS = 500;
  private static final String[] NONE = {};
  private static final int DAY = "2027-03-08".length();
  private static final Pattern MAIL = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

  @Inject private transient Harvest harvest;
  @Inject private transient DublinCore dublinCore;
  @Inject private transient LearningObject learningObject;
  @Inject private transient ItemWords words;
  @Inject private transient Installation installation;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request.getParameterMap(), response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request.getParameterMap(), response);
  }

  private void answer(Map<String, String[]> parameters, HttpServletResponse response)
      throws IOException {
    OaiItems items =
        new OaiItems(
            harvest,
            host(),
            Map.of(DublinCore.PREFIX, dublinCore::of, LearningObject.PREFIX, learningObject::of));
    RepositoryConfiguration told = configuration(parameters);
    DataProvider provider =
        new DataProvider(
            context(), new Repository(told).withItemRepository(items).withSetRepository(sets()));
    OAIPMH answer = provider.handle(parameters);
    token(answer).ifPresent(token -> token.withCursor(items.before()));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (XmlWriter xml = new XmlWriter(body, told)) {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.write(answer);
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    response.setContentType("text/xml;charset=UTF-8");
    response.setContentLength(body.size());
    body.writeTo(response.getOutputStream());
  }

  private static Optional<ResumptionToken> token(OAIPMH answer) {
    if (answer.getVerb() instanceof ListRecords records) {
      return Optional.ofNullable(records.getResumptionToken());
    }
    return answer.getVerb() instanceof ListIdentifiers identifiers
        ? Optional.ofNullable(identifiers.getResumptionToken())
        : Optional.empty();
  }

  /**
   * Moments before the first record are nothing wrong to ask for, there is only nothing: the
   * library is told of the first where it is to say it.
   */
  private RepositoryConfiguration configuration(Map<String, String[]> parameters) {
    boolean identify = List.of(parameters.getOrDefault("verb", NONE)).contains("Identify");
    return new RepositoryConfiguration.RepositoryConfigurationBuilder()
        .withRepositoryName(Texts.text(Language.EN, "harvest.name"))
        .withBaseUrl(installation.baseUrl() + "/oai")
        .withAdminEmail(mail())
        .withEarliestDate(identify ? harvest.earliest(clock.instant()) : Instant.EPOCH)
        .withDeleteMethod(DeletedRecord.PERSISTENT)
        .withGranularity(byDays(parameters) ? Granularity.Lenient : Granularity.Second)
        .withMaxListRecords(RECORDS)
        .withMaxListIdentifiers(IDENTIFIERS)
        .withMaxListSets(SETS)
        .withRequireFromAfterEarliest(false)
        .build();
  }

  /** Lenient reads days too, and makes days of all moments. */
  private static boolean byDays(Map<String, String[]> parameters) {
    return Stream.of("from", "until")
        .flatMap(name -> Stream.of(parameters.getOrDefault(name, NONE)))
        .anyMatch(moment -> moment.length() == DAY);
  }

  private static Context context() {
    return new Context()
        .withMetadataFormat(
            MetadataFormat.metadataFormat(DublinCore.PREFIX)
                .withNamespace(DublinCore.SPACE)
                .withSchemaLocation(DublinCore.SCHEMA))
        .withMetadataFormat(
            MetadataFormat.metadataFormat(LearningObject.PREFIX)
                .withNamespace(LearningObject.SPACE)
                .withSchemaLocation(LearningObject.SCHEMA));
  }

  private SetRepository sets() {
    return new SetRepository() {
      @Override
      public boolean supportSets() {
        return true;
      }

      @Override
      public boolean exists(String spec) {
        return harvest.sets().contains(spec);
      }

      @Override
      public List<Set> getSets() {
        return harvest.sets().stream().map(OaiServlet.this::set).toList();
      }
    };
  }

  private Set set(String spec) {
    return new Set(spec).withName(words.set(spec));
  }

  private String host() {
    return URI.create(installation.baseUrl()).getHost();
  }

  private String mail() {
    Matcher found = MAIL.matcher(installation.mailSender().orElse(""));
    return found.find() ? found.group() : "postmaster@" + host();
  }
}
