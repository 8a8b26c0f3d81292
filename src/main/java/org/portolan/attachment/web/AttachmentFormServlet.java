package org.portolan.attachment.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.InvalidAttachment;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/** Takes a small file with a plain form, or takes one away. The service says who may. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = AttachmentFormServlet.LARGEST,
    maxRequestSize = AttachmentFormServlet.LARGEST + 64 * 1024)
@WebServlet("/desk/practices/files")
public class AttachmentFormServlet extends HttpServlet {
  static final int MEGABYTES = 20;
  static final long LARGEST = MEGABYTES * 1024L * 1024L;
  private static final long serialVersionUID = 1L;

  @Inject private transient Attachments attachments;
  @Inject private transient FileStore files;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // it stands in the address, so that a request that is too large leads back to its page
    String code = QueryParameters.text(request.getParameter("practice"));
    if (code == null) {
      throw new NotFound("no practice");
    }
    String practice = attachments.practice(code).code();
    String remove = request.getParameter("remove");
    String said;
    if (remove == null) {
      said = add(code, request);
    } else if (remove.matches("\\d{1,18}")) {
      attachments.remove(code, Long.parseLong(remove));
      said = "done=removed";
    } else {
      throw new NotFound("attachment " + remove);
    }
    response.sendRedirect("/desk/practices/" + practice + "/files?" + said);
  }

  private String add(String code, HttpServletRequest request) throws IOException {
    try {
      Part file = part(request);
      String title = typed(request, "title");
      String language = typed(request, "language");
      attachments.requireRoom(code, language, title);
      attachments.add(
          code,
          language,
          title,
          Objects.requireNonNullElse(file.getSubmittedFileName(), ""),
          files.keep(file.getInputStream(), FileRules.document(MEGABYTES)));
      return "done=added";
    } catch (RefusedFile refused) {
      return "file=" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    } catch (InvalidAttachment invalid) {
      return "wrong=" + invalid.problem();
    }
  }

  private static String typed(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }

  private static Part part(HttpServletRequest request) throws IOException, RefusedFile {
    try {
      Part file = request.getPart("file");
      if (file == null || file.getSize() == 0) {
        throw RefusedFile.missing();
      }
      return file;
    } catch (IllegalStateException | ServletException | IOException e) {
      throw FormFiles.tooLarge(request, e, LARGEST)
          ? RefusedFile.tooLarge(FileRules.document(MEGABYTES))
          : RefusedFile.missing();
    }
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = QueryParameters.text(request.getParameter("practice"));
    response.sendRedirect(
        code == null
            ? "/desk/practices"
            : "/desk/practices/" + attachments.practice(code).code() + "/files");
  }
}
