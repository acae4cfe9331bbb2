// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef NDEBUG
#define NDEBUG // Beast 1.81 has an assertion that a chunked empty body trips
#endif
#include "beast_reading.h"

#include "http/characters.h"
#include "http/request_framer.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

namespace hookworks {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::uint32_t headLimit = 1U << 20U;
constexpr std::uint64_t bodyLimit = 1ULL << 30U;

QByteArray copied(string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

class BeastParser final : public http::basic_parser<true>
{
public:
    BeastParser()
    {
        eager(true);
        header_limit(headLimit);
        body_limit(bodyLimit);
    }
    UnderstoodRequest request;

private:
    void on_request_impl(http::verb /*known*/, string_view method, string_view target, int version,
                         error_code& error) override
    {
        error = {};
        request.method = copied(method);
        request.target = copied(target);
        request.version = version == 10 ? "1.0" : "1.1";
    }
    void on_response_impl(int /*code*/, string_view /*reason*/, int /*version*/, error_code& error) override
    {
        error = {};
    }
    void on_field_impl(http::field /*known*/, string_view name, string_view value, error_code& error) override
    {
        error = {};
        if (!m_headDone)
            request.fields.fields.append({copied(name), copied(value)});
    }
    void on_header_impl(error_code& error) override
    {
        error = {};
        m_headDone = true;
    }
    void on_body_init_impl(const boost::optional<std::uint64_t>& /*length*/, error_code& error) override
    {
        error = {};
    }
    std::size_t on_body_impl(string_view piece, error_code& error) override { return take(piece, error); }
    void on_chunk_header_impl(std::uint64_t /*size*/, string_view /*extensions*/, error_code& error) override
    {
        error = {};
    }
    std::size_t on_chunk_body_impl(std::uint64_t /*left*/, string_view piece, error_code& error) override
    {
        return take(piece, error);
    }
    void on_finish_impl(error_code& error) override { error = {}; }

    std::size_t take(string_view piece, error_code& error)
    {
        error = {};
        request.body += copied(piece);
        return piece.size();
    }

    bool m_headDone = false;
};

/// The empty line that may stand before a request; Beast does not skip it.
QByteArrayView withoutEmptyLine(QByteArrayView bytes)
{
    return bytes.startsWith("\r\n") ? bytes.sliced(2) : bytes;
}

UnderstoodRequest understood(const RequestHead& head)
{
    return {head.method, head.target, head.version, {}, head.headers, head.keepsConnection, false};
}

bool framesAnything(const HeaderList& trailers)
{
    return std::ranges::any_of(trailers.fields, [](const Header& field) {
        const QByteArray name = field.name.toLower();
        return name == "connection" || name == "proxy-connection" || name == "content-length" ||
               name == "transfer-encoding" || name == "upgrade";
    });
}

/// No list of tokens: Beast refuses it; the framer looks for `close` and `keep-alive` alone, as Node does.
bool hasOddConnection(const HeaderList& fields)
{
    const auto isToken = [](const QByteArray& member) { return std::ranges::all_of(member, isTokenByte); };
    return std::ranges::any_of(fields.fields, [&](const Header& field) {
        const QByteArray name = field.name.toLower();
        if (name != "connection" && name != "proxy-connection")
            return false;
        const QByteArrayList members = field.value.split(',');
        return !std::ranges::all_of(members,
                                    [&](const QByteArray& member) { return isToken(member.trimmed()); });
    });
}

/// A later minor version, which Beast refuses; it is served as 1.1.
bool isLater(const QByteArray& version)
{
    return version > "1.1";
}

QByteArray described(const UnderstoodRequest& request)
{
    QByteArray text = request.method + ' ' + request.target + ' ' + request.version +
                      (request.keepsConnection ? " stays" : " closes") + " [" + request.body + ']';
    for (const Header& field : request.fields.fields)
        text += ' ' + field.name + '=' + field.value + '|';
    return text;
}

} // namespace

Understanding readWithFramer(QByteArrayView bytes)
{
    Understanding all;
    RequestFramer framer;
    UnderstoodRequest request;
    while (true) {
        const RequestFramer::Step step = framer.next(bytes);
        bytes = bytes.sliced(step.consumed);
        if (step.event == RequestFramer::Event::NeedMore)
            return all;
        if (step.event == RequestFramer::Event::Refused) {
            all.refusal = framer.refusal().reason.toUtf8();
            return all;
        }
        if (step.event == RequestFramer::Event::Head) {
            request = understood(framer.head());
        } else if (step.event == RequestFramer::Event::Data) {
            request.body += step.data;
        } else {
            request.framesInTrailers = framesAnything(framer.trailers());
            all.requests.append(request);
        }
    }
}

Understanding readWithBeast(QByteArrayView bytes)
{
    Understanding all;
    while (true) {
        BeastParser parser;
        bytes = withoutEmptyLine(bytes);
        error_code error;
        while (!parser.is_done() && !bytes.isEmpty() && !error) {
            const std::size_t used =
                parser.put(boost::asio::buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error);
            bytes = bytes.sliced(static_cast<qsizetype>(used));
        }
        if (error && error != http::error::need_more)
            all.refusal = QByteArray::fromStdString(error.message());
        if (!parser.is_done())
            return all;
        parser.request.keepsConnection = parser.keep_alive();
        all.requests.append(parser.request);
    }
}

QByteArray disagreement(QByteArrayView bytes)
{
    const Understanding ours = readWithFramer(bytes);
    const Understanding theirs = readWithBeast(bytes);
    for (qsizetype i = 0; i < ours.requests.size(); ++i) {
        if (ours.requests.at(i).framesInTrailers || isLater(ours.requests.at(i).version) ||
            hasOddConnection(ours.requests.at(i).fields))
            return {};
        if (i >= theirs.requests.size())
            return "Beast: " + (theirs.refusal.isEmpty() ? QByteArray("incomplete") : theirs.refusal);
        if (ours.requests.at(i) != theirs.requests.at(i))
            return "framer: " + described(ours.requests.at(i)) +
                   "\nBeast: " + described(theirs.requests.at(i));
    }
    return {};
}

} // namespace hookworks
