package org.portolan.attachment.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.InvalidAttachment;
import org.portolan.attachment.UploadPlan;
import org.portolan.attachment.UploadState;
import org.portolan.attachment.Uploads;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.FileParts;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/**
 * Takes large files in pieces. A POST with a title and a name begins one, or goes on with one, and
 * is told its address and how much of it has come; a POST there brings the piece that begins at
 * {@code Upload-Offset}; a GET there asks again how much has come. What goes wrong for the sender
 * is said in words, in their language.
 */
@OpenTo("everyone")
@WebServlet("/desk/practices/uploads")
public class AttachmentPiecesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String OFFSET = "Upload-Offset";
  private static final int UNPROCESSABLE = 422;

  @Inject private transient Uploads uploads;
  @Inject private transient Attachments attachments;
  @Inject private transient FileParts parts;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = practice(request);
    if (upload(request) == null) {
      response.sendRedirect(files(attachments.practice(code).code()));
      return;
    }
    said(response, uploads.state(code, upload(request)), HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = practice(request);
    String upload = upload(request);
    try {
      if (upload != null) {
        take(code, upload, request, response);
      } else if (request.getParameter("give-up") != null) {
        giveUp(code, typed(request, "give-up"), response);
      } else {
        begin(code, request, response);
      }
    } catch (ChangedMeanwhile changed) {
      // it may be gone on with after the review
      refused(response, UNPROCESSABLE, Texts.text(language.get(), "attachment.not-now"));
    } catch (InvalidAttachment invalid) {
      refused(
          response,
          UNPROCESSABLE,
          Texts.text(language.get(), "attachment.wrong." + invalid.problem()));
    }
  }

  private void begin(String code, HttpServletRequest request, HttpServletResponse response)
      throws InvalidAttachment {
    UploadState begun =
        uploads.begin(
            code,
            new UploadPlan(
                typed(request, "title"),
                typed(request, "language"),
                typed(request, "name"),
                number(typed(request, "size"), 0),
                number(typed(request, "stamp"), 0)));
    response.setHeader(
        "Location", "/desk/practices/uploads?practice=" + code + "&upload=" + begun.id());
    said(response, begun, HttpServletResponse.SC_CREATED);
  }

  private void giveUp(String code, String id, HttpServletResponse response) throws IOException {
    uploads.giveUp(code, id);
    parts.drop(id);
    response.sendRedirect(files(code) + "?done=given-up");
  }

  private void take(
      String code, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InvalidAttachment {
    UploadState before = uploads.state(code, id);
    if (number(Objects.requireNonNullElse(request.getHeader(OFFSET), ""), -1)
        != before.received()) {
      said(response, before, HttpServletResponse.SC_CONFLICT);
      return;
    }
    byte[] piece = request.getInputStream().readNBytes(Uploads.LARGEST_PIECE + 1);
    if (piece.length > Uploads.LARGEST_PIECE) {
      said(response, before, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    UploadState after = uploads.take(code, id, before.received(), piece);
    if (after.received() != before.received() + piece.length) {
      said(response, after, HttpServletResponse.SC_CONFLICT);
    } else if (after.whole()) {
      finish(code, after, response);
    } else {
      said(response, after, HttpServletResponse.SC_NO_CONTENT);
    }
  }

  /** An empty piece behind the end of a file asks for this once more. */
  private void finish(String code, UploadState whole, HttpServletResponse response)
      throws IOException, InvalidAttachment {
    try {
      uploads.finish(
          code, whole.id(), parts.keep(whole.id(), FileRules.document(Uploads.MEGABYTES)));
      parts.drop(whole.id());
      response.setHeader("Location", files(code) + "?done=added");
      said(response, whole, HttpServletResponse.SC_CREATED);
    } catch (RefusedFile refused) {
      if (refused.passing()) {
        refused(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, refused.text(language.get()));
        return;
      }
      uploads.giveUp(code, whole.id());
      parts.drop(whole.id());
      refused(response, UNPROCESSABLE, refused.text(language.get()));
    }
  }

  private static String files(String code) {
    return "/desk/practices/" + code + "/files";
  }

  private static long number(String written, long otherwise) {
    return written.matches("\\d{1,15}") ? Long.parseLong(written) : otherwise;
  }

  private static void said(HttpServletResponse response, UploadState state, int status) {
    response.setHeader(OFFSET, String.valueOf(state.received()));
    response.setHeader("Upload-Length", String.valueOf(state.plan().size()));
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(status);
  }

  private static void refused(HttpServletResponse response, int status, String words)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(words);
  }

  private static String practice(HttpServletRequest request) {
    String code = inAddress(request, "practice");
    if (code == null) {
      throw new NotFound("no practice");
    }
    return code;
  }

  private static String upload(HttpServletRequest request) {
    return inAddress(request, "upload");
  }

  private static String inAddress(HttpServletRequest request, String name) {
    return QueryParameters.text(request.getParameter(name));
  }

  private static String typed(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }
}
