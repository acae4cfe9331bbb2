// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/recording_receiver.h"

#include "support/without_sigpipe.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hookworks {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int listenOn(quint16& port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket, 512) != 0)
        qFatal("A receiver cannot listen.");
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    return socket;
}

void resetOnClose(int socket)
{
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

/// How long the first complete request in `bytes` is; 0: there is none.
qsizetype completeRequest(const QByteArray& bytes)
{
    const qsizetype blank = bytes.indexOf("\r\n\r\n");
    if (blank < 0)
        return 0;
    const QByteArray head = bytes.first(blank + 4).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype body =
        at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    return bytes.size() >= head.size() + body ? head.size() + body : 0;
}

std::shared_ptr<void> tlsServer(const QByteArray& pem)
{
    if (pem.isEmpty())
        return nullptr;
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    BIO* bio = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    SSL_CTX_use_PrivateKey(context, key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    BIO_free(bio);
    return {context, [](void* made) { SSL_CTX_free(static_cast<SSL_CTX*>(made)); }};
}

ssize_t receive(int socket, SSL* tls, char* data, size_t most)
{
    return tls ? SSL_read(tls, data, static_cast<int>(most)) : ::recv(socket, data, most, 0);
}

void sendAll(int socket, SSL* tls, const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto left = static_cast<size_t>(bytes.size() - sent);
        const ssize_t count = tls ? SSL_write(tls, bytes.constData() + sent, static_cast<int>(left))
                                  : ::send(socket, bytes.constData() + sent, left, MSG_NOSIGNAL);
        if (count <= 0)
            return;
        sent += count;
    }
}

} // namespace

RecordingReceiver::RecordingReceiver(Misbehaviour behaviour, QByteArray reply,
                                     const QByteArray& certificateAndKey)
    : m_behaviour(behaviour)
    , m_reply(std::move(reply))
    , m_tls(tlsServer(certificateAndKey))
    , m_listener(listenOn(m_port))
{
    m_acceptor = std::thread([this] { acceptLoop(); });
}

RecordingReceiver::RecordingReceiver(std::function<QByteArray(const QByteArray& request)> answer)
    : m_behaviour(Misbehaviour::Answer)
    , m_answer(std::move(answer))
    , m_listener(listenOn(m_port))
{
    m_acceptor = std::thread([this] { acceptLoop(); });
}

RecordingReceiver::~RecordingReceiver()
{
    m_stop = true;
    m_acceptor.join();
    for (std::thread& thread : m_threads)
        thread.join();
    ::close(m_listener);
}

QString RecordingReceiver::url(const QString& path) const
{
    const QString scheme = m_tls ? QStringLiteral("https") : QStringLiteral("http");
    return scheme + QStringLiteral("://127.0.0.1:") + QString::number(m_port) + path;
}

QList<RecordingReceiver::Recorded> RecordingReceiver::connections() const
{
    const std::lock_guard lock(m_lock);
    return m_connections;
}

int RecordingReceiver::requests() const
{
    int all = 0;
    for (const Recorded& connection : connections())
        all += connection.requests;
    return all;
}

void RecordingReceiver::acceptLoop()
{
    blockSigPipe(); // in the threads of its connections, too
    pollfd waiting{m_listener, POLLIN, 0};
    while (!m_stop) {
        if (::poll(&waiting, 1, 5) <= 0)
            continue;
        sockaddr_in from{};
        socklen_t size = sizeof from;
        const int socket = ::accept4(m_listener, reinterpret_cast<sockaddr*>(&from), &size, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_accepted;
        if (m_behaviour == Misbehaviour::DropOnAccept) {
            ::close(socket);
            continue;
        }
        const QString peer = QStringLiteral("127.0.0.1:%1").arg(ntohs(from.sin_port));
        m_threads.emplace_back([this, socket, peer] { serve(socket, peer); });
    }
}

void RecordingReceiver::serve(int socket, const QString& peer)
{
    const timeval patience{0, 5'000};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    SSL* tls = nullptr;
    if (m_tls) {
        const timeval handshake{5, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &handshake, sizeof handshake);
        tls = SSL_new(static_cast<SSL_CTX*>(m_tls.get()));
        SSL_set_fd(tls, socket);
        if (SSL_accept(tls) <= 0) {
            SSL_free(tls);
            ::close(socket);
            return;
        }
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    QByteArray pending;
    qsizetype index = -1;
    std::array<char, 65'536> buffer{};
    bool open = true;
    while (open && !m_stop) {
        const ssize_t count = receive(socket, tls, buffer.data(), buffer.size());
        const bool again =
            count < 0 && (tls ? SSL_get_error(tls, -1) == SSL_ERROR_WANT_READ : errno == EAGAIN);
        if (count <= 0 && !again)
            break;
        if (count > 0) {
            pending.append(buffer.data(), count);
            const std::lock_guard lock(m_lock);
            if (index < 0) {
                index = m_connections.size();
                m_connections.append({{}, 0, peer});
            }
            m_connections[index].bytes.append(buffer.data(), count);
        }
        if (m_behaviour == Misbehaviour::EarlyAnswer && !pending.isEmpty()) {
            sendAll(socket, tls, m_reply);
            break;
        }
        while (const qsizetype size = completeRequest(pending)) {
            const QByteArray request = pending.first(size);
            pending.remove(0, size);
            {
                const std::lock_guard lock(m_lock);
                ++m_connections[index].requests;
            }
            open = respond(socket, tls, request);
            if (!open)
                break;
        }
    }
    if (tls && m_behaviour == Misbehaviour::AnswerClose)
        SSL_shutdown(tls);
    SSL_free(tls);
    ::close(socket);
}

/// False: the connection is to be closed.
bool RecordingReceiver::respond(int socket, void* tlsPointer, const QByteArray& request)
{
    auto* tls = static_cast<SSL*>(tlsPointer);
    switch (m_behaviour) {
    case Misbehaviour::Answer:
        sendAll(socket, tls, m_answer ? m_answer(request) : m_reply);
        return true;
    case Misbehaviour::AnswerClose:
    case Misbehaviour::AnswerCut:
    case Misbehaviour::KeepThenClose:
        sendAll(socket, tls, m_reply);
        return false;
    case Misbehaviour::Reset:
        resetOnClose(socket);
        return false;
    case Misbehaviour::ResetMidway:
        sendAll(socket, tls, m_reply);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        resetOnClose(socket);
        return false;
    case Misbehaviour::Drip:
        for (qsizetype i = 0; !m_stop; i = (i + 1) % m_reply.size()) {
            sendAll(socket, tls, m_reply.mid(i, 1));
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    case Misbehaviour::Hang:
        return true;
    default:
        return false;
    }
}

quint16 closedPort()
{
    quint16 port = 0;
    ::close(listenOn(port));
    return port;
}

QByteArray selfSignedCertificate(const QByteArray& host, int days)
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -2L * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(certificate), days * 86'400L);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    static std::atomic<int> made{0};
    const QByteArray common = "receiver " + QByteArray::number(++made);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const uchar*>(common.constData()),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    const bool address = !host.isEmpty() && host[0] >= '0' && host[0] <= '9';
    const QByteArray alternative = (address ? "IP:" : "DNS:") + host;
    X509_EXTENSION* extension =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate, key, EVP_sha256());
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray pem(data, size);
    BIO_free(bio);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return pem;
}

} // namespace hookworks
