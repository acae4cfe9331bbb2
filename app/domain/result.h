// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace hookworks {

/// What kind of thing went wrong; decides exit statuses and remedies, never the words.
enum class ErrorCode {
    BadInput,       ///< the caller's data are wrong; the message names the place
    NotFound,       ///< no such report, webhook, delivery, capture, file
    Conflict,       ///< a name is taken, or the thing is in a state that forbids it
    CannotOpen,     ///< a workspace or file cannot be opened
    CannotWrite,    ///< a workspace or file cannot be written
    NewerVersion,   ///< a workspace of a newer program
    Damaged,        ///< a workspace that is no workspace, or a damaged one
    DiskFull,
    AddressInUse,
    AddressRefused, ///< an address that may not or cannot be listened on
    Unsupported,    ///< not in this version
    Interrupted,
    Internal
};

/// A failure, in words that a user can act on. `message` is one sentence; `detail` may be empty or hold the
/// system's own words.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
    bool operator==(const Error&) const = default;
};

/// Either the value or why there is none. Never an exception across a folder's border.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

} // namespace hookworks
