/** The desk on which needs are read and answered. */
package org.portolan.need.web;
