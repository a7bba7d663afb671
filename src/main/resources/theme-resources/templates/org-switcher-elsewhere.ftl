<#-- For who manages nothing under an address. Says so in the layout's message. Imports nothing but the layout and sentences, and needs no script. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#assign page = orgSwitcherElsewhere>
<#global title = msg("orgSwitcherManage") + " · " + title!>

<#-- The page names the account itself. -->
<#function never><#return false></#function>
<#if auth??>
    <#global auth = auth + {"showUsername": never}>
</#if>

<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg("orgSwitcherManage")}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-account">
                <span><@say.around "orgSwitcherSignedInAs" page.account/></span>
                <a id="org-switcher-account" href="${page.back}">${msg("orgSwitcherMemberships")}</a>
            </div>
            <form id="org-switcher-elsewhere" action="${page.action}" method="post">
                <input type="hidden" name="token" value="${page.token}">
                <button type="submit" name="another" value="true" id="org-switcher-another"
                        class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherAnotherAccount")}</button>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
