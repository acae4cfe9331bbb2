// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <tl/expected.hpp>
#include <type_traits>
#include <variant>

namespace hookworks {

/// What kind of thing went wrong; decides exit statuses and remedies, never the words.
enum class ErrorCode
{
    BadInput,     ///< the caller's data are wrong; the message names the place
    NotFound,     ///< no such report, webhook, delivery, capture, file
    Conflict,     ///< a name is taken, or the thing is in a state that forbids it
    CannotOpen,   ///< a workspace or file cannot be opened
    CannotWrite,  ///< a workspace or file cannot be written
    NewerVersion, ///< a workspace of a newer program
    Damaged,      ///< a workspace that is no workspace, or a damaged one
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

/// Either the value or why there is none. Never an exception across a folder's border. A tl::expected that
/// the compiler does not let anybody drop; who wants to says so with a cast to void.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
    using Expected = tl::expected<T, Error>;

public:
    using Expected::Expected;
    Result() = default;
    Result(const Expected& expected)
        : Expected(expected)
    {
    }
    Result(Expected&& expected)
        : Expected(std::move(expected))
    {
    }

    bool operator==(const Result& other) const
    {
        if (!this->has_value() || !other.has_value())
            return !this->has_value() && !other.has_value() && this->error() == other.error();
        if constexpr (!std::is_void_v<T>)
            return **this == *other;
        return true;
    }
    bool operator!=(const Result& other) const { return !(*this == other); }
    /// It is the value, and this one.
    bool operator==(const std::conditional_t<std::is_void_v<T>, std::monostate, T>& value) const
    {
        if constexpr (std::is_void_v<T>)
            return this->has_value();
        else
            return this->has_value() && **this == value;
    }

    /// What `next` makes of the value, a Result; the error as it is.
    template <class Next>
    auto and_then(Next&& next) const&
    {
        return chained(*this, std::forward<Next>(next));
    }
    template <class Next>
    auto and_then(Next&& next) &&
    {
        return chained(std::move(*this), std::forward<Next>(next));
    }
    /// The same for what makes a plain value.
    template <class Make>
    auto map(Make&& make) const&
    {
        return mapped(static_cast<const Expected&>(*this).map(std::forward<Make>(make)));
    }
    template <class Make>
    auto map(Make&& make) &&
    {
        return mapped(static_cast<Expected&&>(*this).map(std::forward<Make>(make)));
    }

private:
    template <class Self, class Next>
    static auto chained(Self&& self, Next&& next)
    {
        if constexpr (std::is_void_v<T>) {
            using Made = std::invoke_result_t<Next>;
            return self ? Made(std::invoke(std::forward<Next>(next)))
                        : Made(tl::unexpected<Error>(std::forward<Self>(self).error()));
        } else {
            using Made = std::invoke_result_t<Next, decltype(*std::forward<Self>(self))>;
            return self ? Made(std::invoke(std::forward<Next>(next), *std::forward<Self>(self)))
                        : Made(tl::unexpected<Error>(std::forward<Self>(self).error()));
        }
    }
    template <class U>
    static Result<U> mapped(tl::expected<U, Error> expected)
    {
        return expected;
    }
};

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

} // namespace hookworks
