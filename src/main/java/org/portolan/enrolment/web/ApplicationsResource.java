package org.portolan.enrolment.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.portolan.enrolment.ApplicationReceipt;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.JsonBody;
import org.portolan.platform.web.NotFound;

/** Applying for a seat as a program does it. */
@ApplicationScoped
@OpenTo("person")
@Path("sessions/{id}/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {
  // factories of one's own: Json's static methods look their provider up at every call
  private static final JsonBuilderFactory WRITING = Json.createBuilderFactory(Map.of());

  private static final int LARGEST_BODY = 64 * 1024;

  @Inject private EnrolmentService enrolment;
  @Inject private CurrentPerson me;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response apply(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream sent)
      throws IOException {
    long person = me.id();
    String body = JsonBody.text(sent, LARGEST_BODY);
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("session " + id);
    }
    long session = Long.parseLong(id);
    JsonObject said = JsonBody.object(body);
    JsonObject supervisor = part(said, "supervisor");
    Idempotency.Answer answer =
        enrolment.apply(
            session,
            text(said, "motivation"),
            text(supervisor, "name"),
            text(supervisor, "email"),
            new Idempotency.Sent(
                person, "POST sessions/" + session + "/applications", key, Token.sha256(body)),
            receipt ->
                new Idempotency.Answer(Response.Status.CREATED.getStatusCode(), json(receipt)));
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private static JsonObject part(JsonObject sent, String name) {
    JsonValue part = sent.get(name);
    return part != null && part.getValueType() == JsonValue.ValueType.OBJECT
        ? part.asJsonObject()
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String text(JsonObject sent, String name) {
    JsonValue text = sent.get(name);
    return text != null && text.getValueType() == JsonValue.ValueType.STRING
        ? sent.getString(name)
        : "";
  }

  private static String json(ApplicationReceipt receipt) {
    JsonObjectBuilder answer =
        WRITING.createObjectBuilder().add("id", receipt.id()).add("state", receipt.state().code());
    if (receipt.waitsFor() == null) {
      answer.addNull("waitsFor");
    } else {
      answer.add("waitsFor", receipt.waitsFor());
    }
    if (receipt.due() == null) {
      answer.addNull("due");
    } else {
      answer.add("due", receipt.due().toString());
    }
    return answer.build().toString();
  }
}
