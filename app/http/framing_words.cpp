// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/framing_words.h"

#include <QCoreApplication>

#include <array>

namespace hookworks {

namespace {

struct Words
{
    FramingFault fault;
    const char* text;
};

constexpr std::array table{
    Words{FramingFault::BareLf,
          QT_TRANSLATE_NOOP("hookworks", "A line ends with LF alone; it must end with CR LF.")},
    Words{FramingFault::BareCr, QT_TRANSLATE_NOOP("hookworks", "A CR is not followed by LF.")},
    Words{FramingFault::ControlCharacter,
          QT_TRANSLATE_NOOP("hookworks", "A field value has a control character.")},
    Words{FramingFault::BadFieldName,
          QT_TRANSLATE_NOOP("hookworks", "A field name has a character that is not allowed there.")},
    Words{FramingFault::EmptyFieldName,
          QT_TRANSLATE_NOOP("hookworks", "A field line has no name before its colon.")},
    Words{FramingFault::SpaceBeforeColon,
          QT_TRANSLATE_NOOP("hookworks", "There is white space between a field name and its colon.")},
    Words{FramingFault::ObsFold,
          QT_TRANSLATE_NOOP("hookworks", "A field line begins with white space (an obsolete line folding).")},
    Words{FramingFault::NoColon, QT_TRANSLATE_NOOP("hookworks", "A field line has no colon.")},
    Words{FramingFault::TooManyFields,
          QT_TRANSLATE_NOOP("hookworks", "There are more header fields than this listener takes.")},
    Words{FramingFault::HeadTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The head is longer than this listener takes.")},
    Words{FramingFault::BadMethod,
          QT_TRANSLATE_NOOP("hookworks",
                            "The method has a character that is not allowed there, or is missing.")},
    Words{FramingFault::MethodTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The method is longer than any that is known.")},
    Words{FramingFault::SpaceInRequestLine,
          QT_TRANSLATE_NOOP(
              "hookworks",
              "The request line must be a method, a target and a version with one space between them.")},
    Words{
        FramingFault::BadTarget,
        QT_TRANSLATE_NOOP(
            "hookworks", "The request target has a byte that is not allowed there, or is of no known form.")},
    Words{FramingFault::TargetTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The request target is longer than this listener takes.")},
    Words{FramingFault::BadVersion,
          QT_TRANSLATE_NOOP("hookworks", "The request line does not end with a version such as HTTP/1.1.")},
    Words{FramingFault::UnsupportedVersion,
          QT_TRANSLATE_NOOP("hookworks", "Only the versions 1.x of HTTP are spoken here.")},
    Words{FramingFault::LeadingEmptyLines,
          QT_TRANSLATE_NOOP("hookworks", "There is more than one empty line before the request line.")},
    Words{FramingFault::FragmentInTarget,
          QT_TRANSLATE_NOOP("hookworks", "The request target has a fragment, which is never sent.")},
    Words{FramingFault::AsteriskNeedsOptions,
          QT_TRANSLATE_NOOP("hookworks", "The target * goes with the method OPTIONS only.")},
    Words{FramingFault::AuthorityNeedsConnect,
          QT_TRANSLATE_NOOP("hookworks", "A target without a path goes with the method CONNECT only.")},
    Words{FramingFault::ConnectNeedsAuthority,
          QT_TRANSLATE_NOOP("hookworks", "CONNECT needs a host and a port as its target.")},
    Words{FramingFault::BadTargetHost,
          QT_TRANSLATE_NOOP("hookworks", "The host in the request target is not valid.")},
    Words{FramingFault::MissingHost,
          QT_TRANSLATE_NOOP("hookworks", "An HTTP/1.1 request must have a Host field.")},
    Words{FramingFault::SeveralHosts, QT_TRANSLATE_NOOP("hookworks", "There is more than one Host field.")},
    Words{FramingFault::BadHost, QT_TRANSLATE_NOOP("hookworks", "The Host field is not a valid host.")},
    Words{FramingFault::BadContentLength,
          QT_TRANSLATE_NOOP("hookworks", "The Content-Length is not one number of decimal digits.")},
    Words{FramingFault::SeveralContentLengths,
          QT_TRANSLATE_NOOP("hookworks", "There is more than one Content-Length.")},
    Words{FramingFault::ContentLengthAndTransferEncoding,
          QT_TRANSLATE_NOOP("hookworks", "There are a Content-Length and a Transfer-Encoding.")},
    Words{FramingFault::BodyTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The body is longer than this listener takes.")},
    Words{FramingFault::TransferEncodingIn10,
          QT_TRANSLATE_NOOP("hookworks", "HTTP/1.0 has no Transfer-Encoding.")},
    Words{FramingFault::ChunkedNotFinal,
          QT_TRANSLATE_NOOP("hookworks",
                            "The last transfer coding is not chunked, so that the body has no known end.")},
    Words{
        FramingFault::ChunkedTwice,
        QT_TRANSLATE_NOOP("hookworks", "The chunked coding is applied more than once, or has a parameter.")},
    Words{FramingFault::UnknownTransferCoding,
          QT_TRANSLATE_NOOP(
              "hookworks",
              "There is a transfer coding other than chunked, which this listener does not undo.")},
    Words{FramingFault::BadChunkSize,
          QT_TRANSLATE_NOOP("hookworks", "A chunk does not begin with a hexadecimal size.")},
    Words{FramingFault::BadChunkExtension, QT_TRANSLATE_NOOP("hookworks", "A chunk extension is not valid.")},
    Words{FramingFault::ChunkTooLong,
          QT_TRANSLATE_NOOP("hookworks", "A chunk announces more bytes than a body may have here.")},
    Words{FramingFault::ChunkLineTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The line before a chunk is too long.")},
    Words{FramingFault::ChunkLinesTooLong,
          QT_TRANSLATE_NOOP("hookworks", "The chunk extensions have more than 16 KiB together.")},
    Words{FramingFault::ChunkNotEnded,
          QT_TRANSLATE_NOOP("hookworks", "A chunk's data are not followed by CR LF.")},
};

} // namespace

QString framingWords(FramingFault fault)
{
    for (const Words& words : table) {
        if (words.fault == fault)
            return QCoreApplication::translate("hookworks", words.text);
    }
    return {};
}

int framingStatus(FramingFault fault)
{
    switch (fault) {
    case FramingFault::TooManyFields:
    case FramingFault::HeadTooLong:
        return 431;
    case FramingFault::TargetTooLong:
        return 414;
    case FramingFault::BodyTooLong:
    case FramingFault::ChunkTooLong:
    case FramingFault::ChunkLinesTooLong:
        return 413;
    case FramingFault::MethodTooLong:
    case FramingFault::UnknownTransferCoding:
        return 501;
    case FramingFault::UnsupportedVersion:
        return 505;
    default:
        return 400;
    }
}

} // namespace hookworks
