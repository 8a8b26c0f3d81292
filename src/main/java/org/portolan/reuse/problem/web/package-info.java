/** The form for a problem, and the desk of those who settle it. */
package org.portolan.reuse.problem.web;
